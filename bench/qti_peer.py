#!/usr/bin/env python3
"""qti_peer.py PACKAGE: the words and keys of the items of a package of QTI 2.2; prints their number and the peak of
memory in MiB."""
import resource
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p2}"


def main():
    items = []
    with zipfile.ZipFile(sys.argv[1]) as package:
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
    print(len(items), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
