/** The little that is used of Cloudflare's types. `npx wrangler types` writes all of them, and replaces this file. */
declare module 'cloudflare:workers' {
  interface DurableObjectStorage {
    get<Value>(key: string): Promise<Value | undefined>;
    put(key: string, value: unknown): Promise<void>;
  }
  export class DurableObject {
    protected readonly ctx: { readonly storage: DurableObjectStorage };
  }
}

/** A namespace gives a stub, whose methods run in the one object of that name. */
interface DurableObjectNamespace<Class> {
  getByName(name: string): { readonly [Method in keyof Class]: Class[Method] };
}
