#!/usr/bin/env python3
"""exchange_peer.py VERB FILE: reads a file of items as a script of everyday Python does, or writes again what it read.
Prints what it counted, the seconds of the work itself and the peak of memory in MiB. It recognises nothing, checks
nothing and compares nothing. Exit code 3: the library is not installed."""
import csv
import json
import re
import resource
import sys
import time
import xml.etree.ElementTree as ElementTree
import zipfile

CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p2}"


def read_docx(name):
    import docx
    document = docx.Document(name)
    words = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        words.extend(cell.text for row in table.rows for cell in row.cells)
    return words


def write_docx(words, name):
    import docx
    document = docx.Document()
    for line in words:
        document.add_paragraph(line)
    document.save(name)


def read_xlsx(name):
    import openpyxl
    book = openpyxl.load_workbook(name, read_only=True)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book]


def write_xlsx(sheets, name):
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(name)


def read_qti(name):
    items = []
    with zipfile.ZipFile(name) as package:
        manifest = ElementTree.fromstring(package.read("imsmanifest.xml"))
        for entry in manifest.iter(CP + "resource"):
            if not entry.get("type").startswith("imsqti_item"):
                continue
            item = ElementTree.fromstring(package.read(entry.get("href")))
            body = item.find(QTI + "itemBody")
            words = "".join(body.itertext())
            choices = ["".join(choice.itertext()) for choice in body.iter(QTI + "simpleChoice")]
            keys = [value.text for value in item.iter(QTI + "value")]
            items.append((entry.get("identifier"), words, choices, keys))
    return items


def read_text(name):
    number = re.compile(r"^\d+[.、．]\s*(.*)")
    option = re.compile(r"^([A-H])[.、．]\s*(.*)")
    key = re.compile(r"^答案[：:]\s*(.*)")
    items = []
    with open(name, encoding="utf-8") as text:
        for line in text:
            if found := number.match(line):
                items.append([found[1], [], ""])
            elif items and (found := option.match(line)):
                items[-1][1].append(found[2])
            elif items and (found := key.match(line)):
                items[-1][2] = found[1]
    return items


def read_csv(name):
    with open(name, newline="", encoding="utf-8") as text:
        return list(csv.reader(text))


def read_json(name):
    with open(name, encoding="utf-8") as text:
        return json.load(text)


READERS = {"docx": read_docx, "xlsx": read_xlsx, "qti": read_qti, "txt": read_text, "csv": read_csv, "json": read_json}
WRITERS = {"docx": write_docx, "xlsx": write_xlsx}


def main():
    verb, kind, name = sys.argv[1:4]
    begin = time.perf_counter()
    try:
        things = READERS[kind](name)
        if verb == "write":
            begin = time.perf_counter()
            WRITERS[kind](things, name + ".again")
    except ModuleNotFoundError:
        return 3
    seconds = time.perf_counter() - begin
    print(len(things), seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return 0


if __name__ == "__main__":
    sys.exit(main())
