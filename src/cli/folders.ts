/** Folders that are not there, or are there already: nothing is made in a place that was mistyped, nothing covered. */
import { error, type Issue } from '../base/issue.js';
import { text } from '../base/text.js';
import type { Call } from './command.js';
import type { Place } from './place.js';

export const noWorkspace = (place: Place, call: Call): Issue =>
  error(
    'workspace-missing',
    { file: call.flags.dir ?? place.dir },
    text('there is no such folder.', '没有这个文件夹。'),
    text('Make a workspace with: roster init DIR', '请用 roster init 文件夹 新建工作文件夹。'),
  );

export const folderTaken = (dir: string): Issue =>
  error(
    'folder-taken',
    { file: dir },
    text('this folder is already there.', '这个文件夹已经存在。'),
    text('Name a new one.', '请换一个新的名称。'),
  );
