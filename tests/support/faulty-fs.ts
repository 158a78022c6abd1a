import { nodeFs, type SnapshotFs } from '../../src/adapters/filesystem/snapshot-fs.js';

/** Which call fails, how, and whether all after it fail too. */
export interface Fault {
  /** 1 for the first call, handles' calls counted too. */
  readonly at: number;
  readonly code: string;
  readonly forever: boolean;
}

/** A file system over the real one of which one call fails; `calls` says how many were made. */
export function createFaultyFs(fault: Fault): { readonly fs: SnapshotFs; calls(): number } {
  let calls = 0;
  const counted = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(real, name) {
        const member: unknown = Reflect.get(real, name);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]) => {
          calls += 1;
          const fails = fault.forever ? calls >= fault.at : calls === fault.at;
          // A handle is closed even where that is reported to have failed, or the test itself would leak it.
          if (fails && name !== 'close') throw systemError(fault.code, String(name));
          const outcome: unknown = await Reflect.apply(member, real, args);
          if (fails) throw systemError(fault.code, String(name));
          return name === 'open' ? counted(outcome as object) : outcome;
        };
      },
    });
  return { fs: counted({ ...nodeFs }), calls: () => calls };
}

function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: made to fail, ${syscall}`), { code, syscall });
}
