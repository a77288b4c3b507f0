/** What brings one call to the application and its reply back, as oRPC's links do. Throws `Unreachable` where there is no reply. */
export interface Carrier {
  call(path: readonly string[], input: unknown, options: { context: Record<never, never> }): Promise<unknown>;
}
