#!/usr/bin/python3
"""Make the embedded typefaces of assets/fonts from packaged fonts.

How to run

    app/dev/fonts/make.py [--root DIR] [--npm DIR] OUTDIR

writes the seven faces and testdata/tgh.txt into OUTDIR; the result belongs in
assets/fonts. It takes about a minute, and equal sources give equal bytes.
It fetches and installs nothing. What it needs (Debian 12; it says which is
lacking):

    apt-get install python3-fonttools fonts-lxgw-wenkai fonts-noto-cjk unicode-data
    apt-get download texlive-lang-chinese && dpkg -x texlive-lang-chinese_*.deb DIR
    npm install @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/noto-serif-sc@0.4.3

    --root DIR   where Debian packages were unpacked instead of installed
                 (searched before /)
    --npm DIR    the folder that holds node_modules (default: here)

Every source file is checked against the SHA-256 noted below, so that another
package version cannot slip in unseen: after a change of version look at the
licence again, run the tests of assets/fonts, then change the sum.

What is done to a font: characters outside the table are cut away; hinting,
OpenType layout, vertical metrics and variation names are dropped; cubic (CFF)
outlines of the 仿宋 face become quadratic, as the PDF writer reads no CFF; the
names are replaced, for the licences reserve the original ones (see
assets/fonts/LICENSES).
"""

import argparse
import bz2
import hashlib
import io
import pathlib
import sys
from dataclasses import dataclass

try:
    from fontTools import subset
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import TTCollection, TTFont, newTable
except ImportError:
    sys.exit(f"make.py: package python3-fonttools is lacking for {sys.executable}")

# Largest distance between a cubic curve and the quadratic ones that replace
# it, in font units (1/1000 em): 0.011 mm in 16 pt type, a quarter of a dot at
# 600 dpi.
MAX_CURVE_ERROR = 2.0

# The index of "Noto Sans CJK SC" in the Noto collections.
SC_FACE = 2

# Ranges of alphabets and symbols that forms and company names use. A face takes
# what it has of them. The Chinese text faces have the first two only: every
# other sign looks much the same in all of them and comes from the fallback.
LATIN = [
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
]
SIGNS = [
    (0x2010, 0x2027),  # dashes, quotation marks, • …
    (0x2030, 0x203B),  # ‰ ′ ″ ※
    (0x20AC, 0x20AC),  # €
    (0x2103, 0x2103),  # ℃
    (0x2116, 0x2122),  # № ™
]
ALPHABETS = [
    *LATIN,
    (0x0180, 0x024F),  # Latin Extended-B: pinyin, Vietnamese, Romanian
    (0x02C6, 0x02DD),  # spacing accents
    (0x0384, 0x03CE),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x1E80, 0x1E85),  # Welsh
    (0x1EA0, 0x1EF9),  # Vietnamese
]
SYMBOLS = [
    (0x2010, 0x205E),  # punctuation, ‰ ※
    (0x2070, 0x208E),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # ℃ № ™
    (0x2150, 0x218B),  # fractions, Roman numerals
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # ≤ ≥ ≠ √
    (0x2460, 0x24FF),  # ① ⑴
    (0x2500, 0x25FF),  # frames, ■ □ ○ ●
    (0x2600, 0x266F),  # ☆ ★
    (0x2713, 0x2717),  # ✓ ✗
    (0x2776, 0x2793),  # ❶
    (0x3000, 0x303F),  # Chinese punctuation, 〇
    (0x3040, 0x30FF),  # kana
    (0x3105, 0x312F),  # bopomofo
    (0x3200, 0x33FF),  # ㈠ ㎡
    (0xFE30, 0xFE6B),  # vertical and small forms
    (0xFF01, 0xFFE6),  # full width
]
SUPPLEMENTARY = [(0x20000, 0x3FFFF)]
# The source of the 仿宋 face draws ￥ as $, and other currency signs poorly:
# they must come from the fallback.
WRONG_IN_FANGSONG = [(0xFFE0, 0xFFE6)]


def spread(ranges):
    return {c for first, last in ranges for c in range(first, last + 1)}


def decode(codec, leads, trails):
    """Characters of a double-byte code, by its lead and trail bytes."""
    found = set()
    for lead in leads:
        for trail in trails:
            try:
                text = bytes([lead, trail]).decode(codec)
            except UnicodeDecodeError:
                continue
            found.update(ord(c) for c in text)
    return found


def big5_level1():
    low, high = range(0x40, 0x7F), range(0xA1, 0xFF)
    return decode("big5", range(0xA4, 0xC7), [*low, *high])


def big5():
    low, high = range(0x40, 0x7F), range(0xA1, 0xFF)
    return decode("big5", range(0xA1, 0xFA), [*low, *high])


def gb2312():
    # The gb2312 and gbk codecs differ on a dash and a dot: take both.
    rows, cells = range(0xA1, 0xF8), range(0xA1, 0xFF)
    return decode("gb2312", rows, cells) | decode("gbk", [0xA1], cells)


def gbk():
    # The gbk codec stops short of the components and rare characters of row FE.
    rare = decode("gb18030", [0xFE], range(0x50, 0xA1))
    return rare | decode("gbk", range(0x81, 0xFF), range(0x40, 0xFF))


@dataclass(frozen=True)
class Source:
    """One font file of a package."""

    package: str  # name and version, for messages
    path: str  # below / or below node_modules
    npm: bool
    sha256: str
    licence: str = ""  # for a font whose own licence field is empty


FANDOL = Source(
    "Debian texlive-lang-chinese 2022.20230122-1",
    "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf",
    False,
    "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9",
    "GNU General Public License version 3 with font exception",
)
SANS = Source(
    "npm @expo-google-fonts/noto-sans-sc 0.4.3",
    "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
    True,
    "b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a",
)
SERIF = Source(
    "npm @expo-google-fonts/noto-serif-sc 0.4.3",
    "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    True,
    "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
)
SERIF_BOLD = Source(
    "npm @expo-google-fonts/noto-serif-sc 0.4.3",
    "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
    True,
    "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
)
WENKAI = Source(
    "Debian fonts-lxgw-wenkai 1.250+repack-1",
    "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
    False,
    "bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
)
CJK = Source(
    "Debian fonts-noto-cjk 1:20220127+repack1-1",
    "usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    False,
    "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a",
)
CJK_BOLD = Source(
    "Debian fonts-noto-cjk 1:20220127+repack1-1",
    "usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    False,
    "faa5f3656a78b2e2d450d27fe8382c778bc2b6bb5ea29c986664a6a435056ceb",
)
UNIHAN = Source(
    "Debian unicode-data 15.0.0-1",
    "usr/share/unicode/Unihan_OtherMappings.txt.bz2",
    False,
    "bdeef44d75d914e793b7f27ddc3bee01b2d11dd34f4e52de1a9fba74a1612dc2",
)


@dataclass(frozen=True)
class Face:
    """One face to make."""

    file: str
    family: str  # the new name; reserved names must not occur in it
    style: str
    source: Source
    characters: str  # key of character_sets()


FACES = [
    Face("fangsong.ttf", "Filing FangSong", "Regular", FANDOL, "gb2312"),
    Face("hei.ttf", "Filing Hei", "Regular", SANS, "standard"),
    Face("kai.ttf", "Filing Kai", "Regular", WENKAI, "backing"),
    Face("title.ttf", "Filing Title", "Regular", SERIF_BOLD, "standard"),
    Face("fallback.ttf", "Filing Song", "Regular", SERIF, "widest"),
    Face("ui-regular.otf", "Filing UI", "Regular", CJK, "window"),
    Face("ui-bold.otf", "Filing UI", "Bold", CJK_BOLD, "window"),
]


def character_sets(tgh):
    """The characters each kind of face is cut to."""
    standard = gb2312() | tgh | big5_level1() | spread(LATIN) | spread(SIGNS)
    everything = gbk() | tgh | big5() | spread(ALPHABETS) | spread(SYMBOLS)
    return {
        # 仿宋: its shapes beyond GB 2312 are not to be trusted.
        "gb2312": (gb2312() | spread(LATIN)) - spread(WRONG_IN_FANGSONG),
        "standard": standard,
        # 楷体 knows more letters and rare names than 宋体: it backs the latter.
        "backing": standard | spread(ALPHABETS) | spread(SUPPLEMENTARY),
        "widest": everything | spread(SUPPLEMENTARY),
        "window": everything,
    }


class Lacking(Exception):
    """A source is not there, or is another version."""


def read_source(source, root, npm):
    """The bytes of a source file, after a check of its sum."""
    if source.npm:
        places = [npm / "node_modules" / source.path]
    else:
        places = [root / source.path, pathlib.Path("/") / source.path]
    for place in places:
        if place.is_file():
            data = place.read_bytes()
            break
    else:
        raise Lacking(f"package {source.package} is lacking: no {places[-1]}")
    found = hashlib.sha256(data).hexdigest()
    if found != source.sha256:
        raise Lacking(f"{place} is not that of {source.package}: its SHA-256 is {found}")
    return data


def read_tgh(unihan):
    """The 8,105 characters of the Table of General Standard Characters, by
    their number in it, from the field kTGH of the Unihan database. Compatibility
    entries that repeat a number are left out."""
    by_number = {}
    for line in bz2.decompress(unihan).decode().splitlines():
        parts = line.split("\t")
        if len(parts) == 3 and parts[1] == "kTGH":
            number = int(parts[2].split()[0].removeprefix("2013:"))
            by_number.setdefault(number, int(parts[0][2:], 16))
    if sorted(by_number) != list(range(1, 8106)):
        raise Lacking(f"kTGH of the Unihan database has {len(by_number)} characters, not 8105")
    return [by_number[n] for n in range(1, 8106)]


def open_font(data):
    """A font, or the simplified Chinese face of a collection."""
    if data[:4] == b"ttcf":
        face = TTCollection(io.BytesIO(data)).fonts[SC_FACE]
        face.recalcTimestamp = False
        return face
    return TTFont(io.BytesIO(data), recalcTimestamp=False)


def cut(font, characters):
    """Drop all but some characters, and the tables a plain face needs not."""
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.recalc_bounds = True
    options.name_IDs = [0, 13, 14]
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "gasp", "vhea", "vmtx"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    plain = [t for t in font["cmap"].tables if t.format in (4, 12)]
    font["cmap"].tables = plain


def make_quadratic(font):
    """Replace the CFF outlines of a font by glyf outlines."""
    order = font.getGlyphOrder()
    outlines = font.getGlyphSet()
    glyf = newTable("glyf")
    glyf.glyphs, glyf.glyphOrder = {}, order
    for name in order:
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, MAX_CURVE_ERROR, reverse_direction=True))
        glyf.glyphs[name] = pen.glyph()
    font["glyf"], font["loca"] = glyf, newTable("loca")
    del font["CFF "]
    font["maxp"] = maxp = newTable("maxp")
    maxp.tableVersion = 0x00010000
    for field in (
        "maxZones maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs "
        "maxStackElements maxSizeOfInstructions maxComponentElements"
    ).split():
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    for name, (advance, _) in font["hmtx"].metrics.items():
        glyph = glyf.glyphs[name]
        glyph.recalcBounds(glyf)
        font["hmtx"].metrics[name] = (advance, getattr(glyph, "xMin", 0))
    post = font["post"]
    post.formatType = 3.0
    post.extraNames, post.mapping = [], {}
    font.sfntVersion = "\x00\x01\x00\x00"


def rename(font, face):
    """Give a font its new name, keep the notices its licence asks for."""
    notices = {
        i: font["name"].getDebugName(i) for i in (0, 13, 14) if font["name"].getDebugName(i)
    }
    notices.setdefault(13, face.source.licence)
    post_script = (face.family + "-" + face.style).replace(" ", "")
    texts = {
        1: face.family,
        2: face.style,
        3: post_script + " subset",
        4: face.family + " " + face.style,
        6: post_script,
        10: "Subset of a font of " + face.source.package,
        **notices,
    }
    font["name"].names = []
    for number, text in sorted(texts.items()):
        font["name"].setName(text, number, 3, 1, 0x0409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [post_script]
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName, top.Weight = face.family, texts[4], face.style
        for i, part in enumerate(getattr(top, "FDArray", [])):
            part.FontName = f"{post_script}-{i}"


def make(face, data, characters):
    """The bytes of one face."""
    font = open_font(data)
    cut(font, characters)
    if "CFF " in font and face.file.endswith(".ttf"):
        make_quadratic(font)
    rename(font, face)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def main():
    arguments = argparse.ArgumentParser(description="Make the faces of assets/fonts.")
    arguments.add_argument("--root", type=pathlib.Path, default="/", metavar="DIR")
    arguments.add_argument("--npm", type=pathlib.Path, default=".", metavar="DIR")
    arguments.add_argument("outdir", type=pathlib.Path)
    given = arguments.parse_args()
    try:
        tgh = read_tgh(read_source(UNIHAN, given.root, given.npm))
        data = {f.file: read_source(f.source, given.root, given.npm) for f in FACES}
    except Lacking as problem:
        sys.exit(f"make.py: {problem}")
    testdata = given.outdir / "testdata"
    testdata.mkdir(parents=True, exist_ok=True)
    (testdata / "tgh.txt").write_text("".join(chr(c) + "\n" for c in tgh), "utf-8")
    sets = character_sets(set(tgh))
    for face in FACES:
        made = make(face, data[face.file], sets[face.characters])
        (given.outdir / face.file).write_bytes(made)
        print(f"{face.file}\t{len(made)}\t{hashlib.sha256(made).hexdigest()}", flush=True)


if __name__ == "__main__":
    main()
