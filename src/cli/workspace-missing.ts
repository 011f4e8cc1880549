/** A folder that is not there: nothing is made in a place that was mistyped. */
import { error, type Issue } from '../base/issue.js';
import { text } from '../base/text.js';
import type { Call } from './command.js';
import type { Place } from './place.js';

export const noWorkspace = (place: Place, call: Call): Issue =>
  error(
    'workspace-missing',
    { file: call.flags.dir ?? place.dir },
    text('there is no such folder.', '没有这个文件夹。'),
    text('Make a workspace with: roster init DIR', '请用 roster init DIR 新建工作文件夹。'),
  );
