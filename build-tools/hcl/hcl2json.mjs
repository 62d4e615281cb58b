// Turns Terraform's .tf files into Terraform's JSON, each by itself.
// Reads a JSON list of file names from standard input; writes, for each in that order, {"json": …} or {"line": …, "why": …}.
import { readFile } from "node:fs/promises";
import { parse } from "@cdktf/hcl2json";

// The parser names the file in each of its complaints; a name that is in no complaint's words lets them be told apart.
const NAME = "@";
const COMPLAINT = /@:([0-9]+),[0-9]+(?:-[0-9]+(?:,[0-9]+)?)?: /;
const LONGEST = 500;

function failed(message) {
  const text = message.replace(/^parse config: \[/, "").replace(/\]$/, "");
  const first = COMPLAINT.exec(text);
  if (first === null) {
    return { line: 0, why: text.slice(0, LONGEST) };
  }
  const rest = text.slice(first.index + first[0].length);
  const next = COMPLAINT.exec(rest);
  const why = (next === null ? rest : rest.slice(0, next.index)).trim();
  return { line: Number(first[1]), why: why.slice(0, LONGEST) };
}

async function converted(file) {
  let text;
  try {
    text = await readFile(file, "utf8");
  } catch (unreadable) {
    return { line: 0, why: `the file cannot be read (${unreadable.code})` };
  }
  try {
    return { json: JSON.stringify(await parse(NAME, text)) };
  } catch (broken) {
    return failed(String(broken?.message ?? broken));
  }
}

let input = "";
process.stdin.setEncoding("utf8");
for await (const part of process.stdin) {
  input += part;
}
const answers = [];
for (const file of JSON.parse(input)) {
  answers.push(await converted(file));
}
// The parser keeps the process alive; what was said must be out before it ends.
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
