#!/usr/bin/env python3
"""The classes of a Document in Python, from the JSON schema of its contract.

    generate_model.py SCHEMA OUT

An object of the schema becomes a frozen dataclass that is named after the member that holds it, a member becomes a field, one
that may be missing is None then. The Document itself becomes DocumentFields, whose members are read at their first use.
"""
import json
import sys

# Where the name of the member, without the s of a list, would not do.
CLASSES = {"source": "SourceName", "dates": "DateMention", "language": "DocumentLanguage", "node": "TextNode",
           "media": "MediaItem", "list": "ListItem"}
FIELDS = {"from": "origin"}  # a word of the language

HEAD = '''"""What a Document consists of. Generated from the schema of the contract: what is changed here is lost."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

'''


class Model:
    def __init__(self, schema):
        self.definitions = schema.get("$defs", {})
        self.classes = {}  # name → source; in the order of need
        self.root = self.fields(schema, "Document")

    @staticmethod
    def class_name(member):
        name = CLASSES.get(member) or "".join(part.capitalize() for part in member.split("_"))
        return name[:-1] if member not in CLASSES and name.endswith("s") and member != "statistics" else name

    def resolve(self, schema, member):
        while "$ref" in schema:
            member = schema["$ref"].rsplit("/", 1)[1]
            schema = self.definitions[member]
        return schema, member

    def type_of(self, schema, member):
        """Python's type, and the expression that makes it of `value`; None where the value is what it is."""
        schema, member = self.resolve(schema, member)
        if "anyOf" in schema:
            others = [each for each in schema["anyOf"] if each.get("type") != "null"]
            if len(others) == 1:
                kind, made = self.type_of(others[0], member)
                return f"{kind} | None", made and f"None if value is None else {made}"
            return " | ".join(self.type_of(each, member)[0] for each in schema["anyOf"]), None
        if "const" in schema:
            return f"Literal[{schema['const']!r}]", None
        if "enum" in schema:
            return f"Literal[{', '.join(map(repr, schema['enum']))}]", None
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if "null" in kinds:
            kind, made = self.type_of({**schema, "type": [k for k in kinds if k != "null"]}, member)
            return f"{kind} | None", made and f"None if value is None else {made}"
        (kind,) = kinds
        if kind == "array":
            if schema.get("minItems") == schema.get("maxItems") == 2:
                item, _ = self.type_of(schema["items"], member)
                return f"tuple[{item}, {item}]", "(value[0], value[1])"
            item, made = self.type_of(schema["items"], member)
            return f"tuple[{item}, ...]", f"tuple({made} for value in value)" if made else "tuple(value)"
        if kind == "object":
            name = self.class_name(member)
            self.add_class(name, schema)
            return name, f"{name}.of(value)"
        return {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}[kind], None

    def fields(self, schema, name):
        required = set(schema.get("required", ()))
        found = []
        for member, content in schema["properties"].items():
            kind, made = self.type_of(content, member)
            says = content.get("description") or self.resolve(content, member)[0].get("description", "")
            if member not in required and "None" not in kind.split(" | "):
                kind, made = f"{kind} | None", made and f"None if value is None else {made}"
            found.append((member, FIELDS.get(member, member), kind, made, says, member in required))
        return found

    def add_class(self, name, schema):
        if name in self.classes:
            return
        self.classes[name] = None
        fields = sorted(self.fields(schema, name), key=lambda field: not field[5])
        lines = ["@dataclass(frozen=True, slots=True)", f"class {name}:"]
        for member, field, kind, made, says, required in fields:
            lines.append(f"    {field}: {kind}" + ("" if required else " = None"))
            if says:
                lines.append(f'    """{says}"""')
        lines += ["", "    @classmethod", f"    def of(cls, data: dict[str, Any]) -> {name}:", "        return cls("]
        for member, field, kind, made, says, required in fields:
            value = f"data[{member!r}]" if required else f"data.get({member!r})"
            lines.append(f"            {field}={f'(lambda value: {made})({value})' if made else value},")
        lines.append("        )")
        del self.classes[name]
        self.classes[name] = "\n".join(lines)

    def __str__(self):
        lines = ["class DocumentFields:", '    """The members of a Document; `_data` reads them at the first use."""', "",
                 "    def _data(self) -> dict[str, Any]:", "        raise NotImplementedError"]
        for member, field, kind, made, says, required in self.root:
            value = f"self._data()[{member!r}]" if required else f"self._data().get({member!r})"
            lines += ["", "    @cached_property", f"    def {field}(self) -> {kind}:"]
            if says:
                lines.append(f'        """{says}"""')
            lines += [f"        value: Any = {value}", f"        return {made}" if made else f"        return value  # type: ignore[no-any-return]"]
        return HEAD + "\n" + "\n\n\n".join([*self.classes.values(), "\n".join(lines)]) + "\n"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        text = str(Model(json.load(file)))
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    main()
