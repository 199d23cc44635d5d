// Whether bytes that nobody asked for yet may be fetched over a connection (navigator.connection). Only where the browser
// says that it is fast and that none are counted: not for who saves data, nor over a mobile network. Some browsers say
// nothing (Firefox, Safari): there it is not.
export const isFree = (connection) =>
  connection?.effectiveType === "4g" && !connection.saveData && connection.type !== "cellular";
