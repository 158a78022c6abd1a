/** What asks a process to end: Ctrl-C, supervisors, and a terminal that is closed. */
export const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
