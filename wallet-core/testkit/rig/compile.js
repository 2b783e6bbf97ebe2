// Compiles Solidity with the npm package "solc": a standard-JSON input on stdin, its output on stdout.
// https://docs.soliditylang.org/en/latest/using-the-compiler.html#compiler-input-and-output-json-description
const solc = require("solc");

const chunks = [];
process.stdin.on("data", (chunk) => chunks.push(chunk));
process.stdin.on("end", () => process.stdout.write(solc.compile(Buffer.concat(chunks).toString("utf8"))));
