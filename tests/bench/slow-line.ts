/** A slow line and a slow phone, the same for all that is timed: bytes a second, milliseconds, and how many times slower than this machine. */
export const line = { bytesPerSecond: 1_600_000 / 8, latency: 150, slowdown: 4 };

export const lineInWords = `${(line.bytesPerSecond * 8) / 1e6} Mbit/s, ${line.latency} ms, and a processor ${line.slowdown} times slower`;
