"""Word calls a file damaged when the children of its property groups stand out of the order of ECMA-376 part 1, annex A."""

from __future__ import annotations

import pytest
from lxml import etree

from app.exporters.docx.export import docx_bytes
from app.layout.engine import lay_out
from tests.exporters.docx.package import W, opened
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

# The full sequences of the schema, written down from the standard and not from the writer's own tables.
SCHEMA = """
pPr: pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens
kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing
mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange

rPr: rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden
color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath

sectPr: headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt
vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange

style: name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal
personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr

settings: writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape
printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData
mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors
hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod
documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride
styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope
summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets
drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning
characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture
doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly
useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat
docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade
captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator

pBdr: top left bottom right between bar

styles: docDefaults latentStyles style

docDefaults: rPrDefault pPrDefault

compat: useFELayout compatSetting

font: altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic
"""
SEQUENCES = {block.partition(":")[0]: block.partition(":")[2].split() for block in SCHEMA.strip().split("\n\n")}
MANY = {"footerReference", "style", "compatSetting"}
"""What the schema lets stand more than once."""


def out_of_order(root: etree._Element) -> list[str]:
    """Groups whose children are unknown, stand out of turn or stand twice where the schema allows one."""
    wrong = []
    for group, order in SEQUENCES.items():
        for found in root.iter(f"{W}{group}"):
            names = [etree.QName(child).localname for child in found]
            unknown = [name for name in names if name not in order]
            places = [order.index(name) for name in names if name in order]
            twice = [name for name in set(names) - MANY if names.count(name) > 1]
            if unknown or twice or places != sorted(places):
                wrong.append(f"{group}: {' '.join(names)}")
    return wrong


@pytest.mark.parametrize("name", ["gongzuo-jianbao", "jingshen-wenming", "xinxi-kuaibao"])
def test_every_part_keeps_the_schema_s_order(name: str) -> None:
    look = template(name, faces__digits="Times New Roman", page_number__first_page=False, footer__page="multiple_of_4")
    issue = bulletin(look, [*stories(2, 4), ("青石镇\n植树", ["一、分工明确", "水深36.5米。" * 40])], section="工作动态")
    parts = opened(docx_bytes(issue, lay_out(issue, cell_faces()))).trees()
    assert {"word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml"} <= set(parts)
    assert {part: out_of_order(root) for part, root in parts.items()} == {part: [] for part in parts}


def test_a_child_out_of_turn_is_seen() -> None:
    bad = etree.fromstring(f'<w:pPr xmlns:w="{W[1:-1]}"><w:jc w:val="both"/><w:ind w:left="0"/></w:pPr>')
    assert out_of_order(bad) == ["pPr: jc ind"]
