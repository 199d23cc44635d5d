// Where the learner's record is kept: this browser's own storage, for the whole origin. It may throw on being reached for.
export const storage = () => window.localStorage;
