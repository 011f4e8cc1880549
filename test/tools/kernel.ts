/** `npm run kernel`: compiles the solver's loops, `src/roster/solve/kernel/`, into `kernel-bytes.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { main } from 'assemblyscript/asc';

const FOLDER = 'src/roster/solve/';
const WIDTH = 110;
const OUT = 'kernel.wasm';
/** As fast as it gets; the sources use no heap and never abort. */
const OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--use', 'abort=', '--enable', 'simd', '--outFile', OUT];

/** What `kernel-bytes.ts` must be. */
export async function kernelBytes(): Promise<string> {
  let bytes: Uint8Array = new Uint8Array();
  const { error, stderr } = await main([`${FOLDER}kernel/index.ts`, ...OPTIONS], {
    readFile: (name) => {
      try {
        return readFileSync(name, 'utf8');
      } catch {
        return null;
      }
    },
    writeFile: (name, content) => {
      if (name === OUT) bytes = content as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error !== null) throw new Error(`${error}\n${stderr}`);
  const base64 = Buffer.from(bytes).toString('base64');
  const lines: string[] = [];
  for (let at = 0; at < base64.length; at += WIDTH) lines.push(`  '${base64.slice(at, at + WIDTH)}'`);
  return `/** Made of \`kernel/\` by \`npm run kernel\`. Long because it is a program in base64, nothing to read. */\nexport const KERNEL =\n${lines.join(' +\n')};\n`;
}

if (process.argv[1]?.endsWith('kernel.js')) writeFileSync(`${FOLDER}kernel-bytes.ts`, await kernelBytes());
