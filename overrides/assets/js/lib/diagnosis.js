// The self-diagnosis, without a page: what two rounds of answers say, and nothing that they do not.
//
// Statements: [{ id, circle, … }…]. Answers of a moment: { statement id: "0" | "1" | "2" | "3" | "na" }, from never to
// almost every day; an unanswered statement is absent, or holds something else.

export const MOMENTS = ["before", "after"];
const TOP = 3;
export const ANSWERS = ["0", "1", "2", "3", "na"];

const isAnswer = (answer) => ANSWERS.includes(answer);
// The answer as a number, or null for one that does not apply or is not given.
export const level = (answer) => (isAnswer(answer) && answer !== "na" ? Number(answer) : null);

// How many statements are answered.
export const answered = (statements, answers) => statements.filter(({ id }) => isAnswer(answers[id])).length;
export const complete = (statements, answers) => answered(statements, answers) === statements.length;

// The statements by circle, in their order: [{ circle, rows: [{ …statement, before, after }…], before, after, of }…]. The sums
// hold the statements that apply at both moments, so that they can be set side by side; with one moment (`after` null),
// those that apply at that one.
export function compare(statements, before, after = null) {
  return [...new Set(statements.map(({ circle }) => circle))].map((circle) => {
    const rows = statements
      .filter((statement) => statement.circle === circle)
      .map((statement) => ({
        ...statement,
        before: before[statement.id],
        after: after ? after[statement.id] : undefined,
      }));
    const counted = rows.filter((row) => level(row.before) !== null && (!after || level(row.after) !== null));
    const sum = (moment) => counted.reduce((total, row) => total + level(row[moment]), 0);
    return { circle, rows, before: sum("before"), after: after ? sum("after") : null, of: TOP * counted.length };
  });
}

// The lessons that the lowest statements suggest: [{ lesson, url, statements: [ids] }…], at most `most`, each once. What
// does not apply suggests nothing, and neither does what one does almost every day.
export function suggest(statements, answers, most = 3) {
  const low = statements
    .filter(({ id }) => level(answers[id]) !== null && level(answers[id]) < TOP)
    .sort((one, other) => level(answers[one.id]) - level(answers[other.id]));
  const lessons = new Map();
  for (const { id, lesson, url } of low) {
    if (!lessons.has(url)) lessons.set(url, { lesson, url, statements: [] });
    lessons.get(url).statements.push(id);
  }
  return [...lessons.values()].slice(0, most);
}
