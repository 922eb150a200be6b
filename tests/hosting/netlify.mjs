// What Netlify's own parsers read in the files of a built site, as JSON on standard output.
import { join } from "node:path";
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";

const [site] = process.argv.slice(2);
const { headers, errors } = await parseAllHeaders({ headersFiles: [join(site, "_headers")], minimal: true });
const read = await parseAllRedirects({ redirectsFiles: [join(site, "_redirects")], minimal: true });
const wrong = [...errors, ...read.errors].map(String);
console.log(JSON.stringify({ headers, redirects: read.redirects, errors: wrong }));
