#include "formats/exchange/docx/parts.h"

#include <array>

#include <fmt/format.h>

#include "formats/base/markup.h"

namespace tiku::formats::docx {
namespace {

struct Look {
  DocxStyle style;
  std::string_view id;
  std::string_view name;  ///< Word's own name where it has one, so that its navigation works.
  std::string_view font;  ///< East Asian.
  int halfPoints;
  std::string_view paragraph;  ///< Children of w:pPr, in the order of the schema.
  std::string_view run;        ///< Further children of w:rPr.
};

// Lines: 240 is one line. Sizes: 44 二号, 32 三号, 28 四号, 24 小四, 21 五号, 18 小五.
constexpr std::array<Look, 23> kLooks{{
    {DocxStyle::kBody, "TikuBody", "Body Text", "仿宋", 24,
     R"(<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="480"/>)", ""},
    {DocxStyle::kFlush, "TikuFlush", "正文无缩进", "仿宋", 24,
     R"(<w:spacing w:line="360" w:lineRule="auto"/>)", ""},
    {DocxStyle::kTitle, "Title", "Title", "黑体", 44,
     R"(<w:keepNext/><w:spacing w:before="240" w:after="240" w:line="360" w:lineRule="auto"/><w:jc w:val="center"/>)",
     ""},
    {DocxStyle::kSubtitle, "Subtitle", "Subtitle", "楷体", 32,
     R"(<w:keepNext/><w:spacing w:after="240"/><w:jc w:val="center"/>)", ""},
    {DocxStyle::kHeading1, "Heading1", "heading 1", "黑体", 32,
     R"(<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/>)", ""},
    {DocxStyle::kHeading2, "Heading2", "heading 2", "楷体", 28,
     R"(<w:keepNext/><w:keepLines/><w:spacing w:before="180" w:after="100"/><w:outlineLvl w:val="1"/>)",
     "<w:b/>"},
    {DocxStyle::kHeading3, "Heading3", "heading 3", "仿宋", 24,
     R"(<w:keepNext/><w:keepLines/><w:spacing w:before="120" w:after="60"/><w:outlineLvl w:val="2"/>)",
     "<w:b/>"},
    {DocxStyle::kItem, "TikuItem", "试题", "宋体", 21, R"(<w:spacing w:line="320" w:lineRule="auto"/>)", ""},
    {DocxStyle::kCell, "TikuCell", "表格文字", "宋体", 21, R"(<w:jc w:val="center"/>)", ""},
    {DocxStyle::kCellLeft, "TikuCellLeft", "表格文字左对齐", "宋体", 21, R"(<w:jc w:val="left"/>)", ""},
    {DocxStyle::kCellHead, "TikuCellHead", "表头", "黑体", 21, R"(<w:jc w:val="center"/>)", ""},
    {DocxStyle::kDense, "TikuDense", "密表格文字", "宋体", 18, R"(<w:jc w:val="center"/>)", ""},
    {DocxStyle::kDenseLeft, "TikuDenseLeft", "密表格文字左对齐", "宋体", 18, R"(<w:jc w:val="left"/>)", ""},
    {DocxStyle::kDenseHead, "TikuDenseHead", "密表格表头", "黑体", 18,
     R"(<w:keepNext/><w:jc w:val="center"/>)", ""},
    {DocxStyle::kCaption, "TikuCaption", "表题", "黑体", 21,
     R"(<w:keepNext/><w:spacing w:before="160" w:after="80"/><w:jc w:val="center"/>)", ""},
    {DocxStyle::kNote, "TikuNote", "注释", "宋体", 18,
     R"(<w:spacing w:before="40" w:line="280" w:lineRule="auto"/>)", ""},
    {DocxStyle::kItemStem, "TikuItemStem", "试题题干", "宋体", 21,
     R"(<w:spacing w:before="140" w:line="300" w:lineRule="auto"/>)", ""},
    {DocxStyle::kItemOption, "TikuItemOption", "试题选项", "宋体", 21,
     R"(<w:spacing w:line="300" w:lineRule="auto"/><w:ind w:leftChars="200" w:left="420"/>)", ""},
    {DocxStyle::kItemAnswer, "TikuItemAnswer", "试题答案", "宋体", 21,
     R"(<w:spacing w:line="300" w:lineRule="auto"/><w:ind w:leftChars="200" w:left="420"/>)",
     R"(<w:color w:val="1F4E79"/>)"},
    {DocxStyle::kItemMore, "TikuItemMore", "试题续段", "宋体", 21,
     R"(<w:spacing w:line="300" w:lineRule="auto"/><w:ind w:leftChars="200" w:left="420"/>)", ""},
    {DocxStyle::kItemAnswerMore, "TikuItemAnswerMore", "试题答案续段", "宋体", 21,
     R"(<w:spacing w:line="300" w:lineRule="auto"/><w:ind w:leftChars="200" w:left="420"/>)",
     R"(<w:color w:val="1F4E79"/>)"},
    {DocxStyle::kItemShared, "TikuItemShared", "题组", "黑体", 21,
     R"(<w:spacing w:before="200" w:line="300" w:lineRule="auto"/>)", ""},
    {DocxStyle::kItemTag, "TikuItemTag", "试题标签", "宋体", 12,
     R"(<w:keepLines/><w:spacing w:line="240" w:lineRule="auto"/>)", R"(<w:color w:val="8C8C8C"/>)"},
}};

const Look& lookOf(DocxStyle style) {
  return kLooks.at(static_cast<std::size_t>(style));
}

std::string fonts(std::string_view eastAsian) {
  return fmt::format(R"(<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{}" )"
                     R"(w:cs="Times New Roman"/>)",
                     eastAsian);
}

std::string stylesPart() {
  std::string xml = fmt::format(
      R"({}<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr>{}<w:kern w:val="2"/><w:sz w:val="24"/>)"
      R"(<w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>)"
      R"(<w:pPrDefault/></w:docDefaults>)"
      R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>)"
      R"(<w:qFormat/></w:style>)"
      R"(<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>)"
      R"(<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>)",
      kXmlHead, kNamespaces, fonts("宋体"));
  for (const Look& look : kLooks) {
    xml += fmt::format(
        R"(<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/>)"
        R"(<w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}{}<w:sz w:val="{}"/><w:szCs w:val="{}"/></w:rPr></w:style>)",
        look.id, look.name, look.paragraph, fonts(look.font), look.run, look.halfPoints, look.halfPoints);
  }
  return xml + "</w:styles>";
}

std::string smallRun(std::string_view content, std::string_view more = {}) {
  return fmt::format(R"(<w:r><w:rPr>{}{}<w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>{}</w:r>)",
                     fonts("宋体"), more, content);
}

std::string textRun(std::string_view text) {
  return smallRun(fmt::format(R"(<w:t xml:space="preserve">{}</w:t>)", escapedMarkup(text)));
}

std::string field(std::string_view name) {
  return smallRun(R"(<w:fldChar w:fldCharType="begin"/>)") +
         smallRun(fmt::format(R"(<w:instrText xml:space="preserve"> {} </w:instrText>)", name)) +
         smallRun(R"(<w:fldChar w:fldCharType="separate"/>)") + smallRun("<w:t>1</w:t>") +
         smallRun(R"(<w:fldChar w:fldCharType="end"/>)");
}

/// Word's own way of a watermark: a WordArt shape behind the text, anchored in the head of the page.
std::string watermark(const std::string& mark) {
  return fmt::format(
      R"(<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" )"
      R"(o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>)"
      R"(<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>)"
      R"(<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>)"
      R"(<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>)"
      R"(<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" )"
      R"(o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>)"
      R"(<v:textpath on="t" fitshape="t"/></v:shapetype>)"
      R"(<v:shape id="TikuDraftMark" o:spid="_x0000_s2049" type="#_x0000_t136" style="position:absolute;)"
      R"(margin-left:0;margin-top:0;width:300pt;height:150pt;rotation:315;z-index:-251658752;)"
      R"(mso-position-horizontal:center;mso-position-horizontal-relative:margin;)"
      R"(mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" )"
      R"(fillcolor="#e6b8b7" stroked="f"><v:fill opacity=".4"/>)"
      R"(<v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string="{}"/></v:shape></w:pict></w:r>)",
      escapedMarkup(mark));
}

std::string headerPart(const DocxSetup& setup) {
  const int width = pageSize(setup).textWidth();
  std::string paragraph = fmt::format(
      R"(<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>)"
      R"(<w:tabs><w:tab w:val="right" w:pos="{}"/></w:tabs></w:pPr>)",
      width);
  if (!setup.draftMark.empty()) {
    paragraph += watermark(setup.draftMark);
    paragraph += fmt::format(
        R"(<w:r><w:rPr>{}<w:b/><w:color w:val="C00000"/><w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr>)"
        R"(<w:t xml:space="preserve">{}</w:t></w:r>)",
        fonts("黑体"), escapedMarkup(setup.draftMark));
    paragraph +=
        smallRun(fmt::format(R"(<w:t xml:space="preserve">　{}</w:t>)", escapedMarkup(setup.draftNote)),
                 R"(<w:color w:val="C00000"/>)");
  }
  paragraph += "<w:r><w:tab/></w:r>" + textRun(setup.title) + "</w:p>";
  return fmt::format("{}<w:hdr {}>{}</w:hdr>", kXmlHead, kNamespaces, paragraph);
}

std::string footerPart(const DocxSetup& setup) {
  const int width = pageSize(setup).textWidth();
  return fmt::format(
      R"({}<w:ftr {}><w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="{}"/></w:tabs></w:pPr>{}<w:r><w:tab/></w:r>)"
      R"({}{}{}{}{}</w:p></w:ftr>)",
      kXmlHead, kNamespaces, width, textRun(setup.footer), textRun("第 "), field("PAGE"), textRun(" 页　共 "),
      field("NUMPAGES"), textRun(" 页"));
}

std::string contentTypesPart() {
  std::string xml = fmt::format(
      R"({}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
      R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
      R"(<Default Extension="xml" ContentType="application/xml"/>)",
      kXmlHead);
  for (const std::string_view kind : {"bmp", "gif", "jpeg", "png"}) {
    xml += fmt::format(R"(<Default Extension="{}" ContentType="image/{}"/>)", kind, kind);
  }
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kWordParts{
      {{"document", "document.main"},
       {"styles", "styles"},
       {"settings", "settings"},
       {"header1", "header"},
       {"footer1", "footer"}}};
  for (const auto& [part, type] : kWordParts) {
    xml += fmt::format(
        R"(<Override PartName="/word/{}.xml" )"
        R"(ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"/>)",
        part, type);
  }
  return xml + R"(<Override PartName="/docProps/core.xml" )"
               R"(ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>)";
}

std::string relation(std::string_view id, std::string_view type, std::string_view target) {
  return fmt::format(R"(<Relationship Id="{}" Type="{}" Target="{}"/>)", id, type, target);
}

constexpr std::string_view kOfficeRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relations(const std::string& content) {
  return fmt::format(
      R"({}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>)",
      kXmlHead, content);
}

std::string corePart(const DocxSetup& setup) {
  return fmt::format(
      R"({}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
      R"(xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>)"
      R"(<dc:language>zh-CN</dc:language></cp:coreProperties>)",
      kXmlHead, escapedMarkup(setup.title), escapedMarkup(setup.author));
}

std::string settingsPart() {
  return fmt::format(
      R"({}<w:settings {}><w:zoom w:percent="100"/><w:characterSpacingControl w:val="compressPunctuation"/>)"
      R"(<w:compat><w:compatSetting w:name="compatibilityMode" )"
      R"(w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>)"
      R"(<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>)",
      kXmlHead, kNamespaces);
}

}  // namespace

std::string_view styleId(DocxStyle style) {
  return lookOf(style).id;
}

int styleSize(DocxStyle style) {
  return lookOf(style).halfPoints;
}

bool hasSpaceBefore(DocxStyle style) {
  return lookOf(style).paragraph.find("w:before") != std::string_view::npos;
}

PageSize pageSize(const DocxSetup& setup) {
  constexpr int kShort = 11906;    // 210 mm
  constexpr int kLong = 16838;     // 297 mm
  constexpr int kSide = 1797;      // 3.17 cm
  constexpr int kWideSide = 1134;  // 2.0 cm
  constexpr int kAbove = 1440;     // 2.54 cm
  const int side = setup.wide ? kWideSide : kSide;
  return setup.landscape ? PageSize{kLong, kShort, side, kWideSide + 200}
                         : PageSize{kShort, kLong, side, kAbove};
}

std::string sectionProperties(const DocxSetup& setup) {
  const PageSize page = pageSize(setup);
  return fmt::format(
      R"(<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>)"
      R"(<w:footerReference w:type="default" r:id="rIdFooter"/>)"
      R"(<w:pgSz w:w="{}" w:h="{}"{}/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" )"
      R"(w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>)",
      page.width, page.height, setup.landscape ? R"( w:orient="landscape")" : "", page.above, page.side,
      page.above, page.side);
}

std::vector<std::pair<std::string, std::string>> fixedParts(
    const DocxSetup& setup, const std::vector<std::pair<std::string, std::string>>& pictures) {
  const std::string office(kOfficeRelations);
  std::string ofDocument = relation("rIdStyles", office + "styles", "styles.xml") +
                           relation("rIdSettings", office + "settings", "settings.xml") +
                           relation("rIdHeader", office + "header", "header1.xml") +
                           relation("rIdFooter", office + "footer", "footer1.xml");
  for (const auto& [id, part] : pictures) ofDocument += relation(id, office + "image", part);
  return {{"[Content_Types].xml", contentTypesPart()},
          {"_rels/.rels",
           relations(relation("rId1", office + "officeDocument", "word/document.xml") +
                     relation("rId2",
                              "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                              "core-properties",
                              "docProps/core.xml"))},
          {"docProps/core.xml", corePart(setup)},
          {"word/_rels/document.xml.rels", relations(ofDocument)},
          {"word/styles.xml", stylesPart()},
          {"word/settings.xml", settingsPart()},
          {"word/header1.xml", headerPart(setup)},
          {"word/footer1.xml", footerPart(setup)}};
}

}  // namespace tiku::formats::docx
