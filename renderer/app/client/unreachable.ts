/** The host did not answer. Nothing is known of the call: it may have been done. */
export class Unreachable extends Error {
  readonly state: 'offline' | 'outdated';

  constructor(state: 'offline' | 'outdated') {
    super(state);
    this.name = 'Unreachable';
    this.state = state;
  }
}
