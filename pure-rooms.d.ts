// All that the pure rooms know of the surroundings: a long read may be asked to stop.
interface AbortSignal {
  readonly aborted: boolean;
}
