"""Makes the two fonts of this folder from Noto Sans and Noto Sans CJK; see README.md.

Usage: python subset.py NotoSans-Regular.ttf NotoSansCJK-Regular.ttc
"""

import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

SIMPLIFIED_CHINESE = 2  # the number of this face in the collection
# Latin with all of Vietnamese, letters for names, combining marks, punctuation, currencies.
LATIN = [(0x20, 0x7E), (0xA0, 0x24F), (0x2BB, 0x2BD), (0x300, 0x36F), (0x1E00, 0x1EFF), (0x2010, 0x205E), (0x20A0, 0x20BF)]
# Punctuation and full-width forms; the characters come from GB 2312: rows B0 to D7 are its level 1, D8 to F7 its level 2.
CHINESE = [(0x3000, 0x303F), (0xFF01, 0xFFE6)]
ROWS = range(0xB0, 0xF8)


def characters(spans):
    return {chr(c) for first, last in spans for c in range(first, last + 1)}


def make(font, text, features, name):
    options = Options(layout_features=features, hinting=False, desubroutinize=True, notdef_outline=True)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(text))
    subsetter.subset(font)
    # Lines a little closer: the originals leave room for scripts that are not here.
    for table, ascent, descent in [("hhea", "ascent", "descent"), ("OS/2", "sTypoAscender", "sTypoDescender")]:
        setattr(font[table], ascent, 980 * font["head"].unitsPerEm // 1000)
        setattr(font[table], descent, -240 * font["head"].unitsPerEm // 1000)
    font["hhea"].lineGap = font["OS/2"].sTypoLineGap = 0
    font.save(name)
    print(f"{name}: {len(font.getBestCmap())} characters")


make(TTFont(sys.argv[1]), characters(LATIN), ["kern", "mark", "mkmk", "ccmp"], "NotoSans-subset.ttf")
chinese = characters(CHINESE)
for row in ROWS:
    chinese |= set(bytes(b for cell in range(0xA1, 0xFF) for b in (row, cell)).decode("gb2312", "ignore"))
make(TTCollection(sys.argv[2]).fonts[SIMPLIFIED_CHINESE], chinese, [], "NotoSansSC-subset.otf")
