export const nhsNumbersIn = (_d: unknown): Record<string, never> => ({});
