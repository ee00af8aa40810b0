/** What stands for a key wherever one would be shown: its length says nothing about the key's. */
export const MASKED_KEY = '••••••••';
