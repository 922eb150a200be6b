"""The lines of shell that a workflow runs, in their order, as JSON: usage `commands.py SERVICE FILE`."""

import json
import sys

from ruamel.yaml import YAML

service, file = sys.argv[1:]
with open(file, encoding="utf-8") as text:
    workflow = YAML(typ="safe").load(text)

if service == "github":
    lines = [step["run"] for step in workflow["jobs"]["site"]["steps"] if "run" in step]
elif service == "gitlab":
    lines = workflow["default"]["before_script"] + workflow["check"]["script"] + workflow["publish"]["script"]
else:
    lines = [line for step in workflow["steps"] for line in step["commands"]]
json.dump(lines, sys.stdout)
