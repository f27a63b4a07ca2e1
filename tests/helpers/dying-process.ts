/** What a dead process does: nothing any more. */
class Death extends Error {}

/** A moment at which the process dies: before or after a call of `method`. */
export interface DeathPlan {
  readonly method: string;
  readonly when: 'before' | 'after';
}

/**
 * Wraps the ports of one process so that it dies at the planned call, once. From then on every call
 * of any of them fails, as nothing happens after a power cut.
 */
export function dyingProcess(plan: DeathPlan | null) {
  let dead = false;

  function die(): never {
    dead = true;
    throw new Death('The process is dead');
  }

  return {
    isDead: () => dead,
    wrap<T extends object>(port: T): T {
      return new Proxy(port, {
        get(target, name, receiver) {
          const member: unknown = Reflect.get(target, name, receiver);
          if (typeof member !== 'function') return member;
          const planned = plan?.method === name ? plan.when : null;
          return (...args: readonly unknown[]): unknown => {
            if (dead || planned === 'before') die();
            const result: unknown = Reflect.apply(member, target, args);
            if (planned !== 'after') return result;
            if (!(result instanceof Promise)) die();
            return result.then(die);
          };
        },
      });
    },
  };
}
