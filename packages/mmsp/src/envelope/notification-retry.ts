/**
 * The pauses after which quick pay and the gateway send an unacknowledged notification again, in seconds [M] 快捷 5.5.3,
 * 网关 5.2.3.
 */
export const NOTIFICATION_RETRY_SECONDS = [1, 5, 10, 30, 90, 180, 300] as const;
