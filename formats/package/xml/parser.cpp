// XML text to a tree, through libxml2's SAX interface: a third of the time and memory of its own tree, and
// line numbers without its limit of 65535.
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/paths.h"
#include "formats/package/xml/prescan.h"
#include "formats/package/xml/tree.h"

namespace tiku::formats::xml {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

// The fault in the user's words; libxml2's own are English and often vague.
std::string explain(const xmlError& error) {
  switch (error.code) {
    case XML_ERR_DOCUMENT_EMPTY:
      return say("文件是空的，或者不是 XML。");
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_GT_REQUIRED:
      return say("XML 在这里中断：有元素没有结束，文件可能不完整。");
    case XML_ERR_TAG_NAME_MISMATCH:
      return say("XML 的结束标记与开始标记不一致。");
    case XML_ERR_INVALID_CHAR:
      return say("这里有 XML 不允许的字符。");
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return say("同一个元素里有两个同名的属性。");
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return say("这里用了没有定义的实体；只能用 &lt; &gt; &amp; &quot; &apos; 这五个。");
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return say("这里用了没有声明的命名空间前缀。");
    default: {
      std::string detail = error.message == nullptr ? "" : error.message;
      while (!detail.empty() && detail.back() == '\n') detail.pop_back();
      return say("XML 写得不对（{detail}）。", "detail"_a = detail);
    }
  }
}

}  // namespace

struct Parser::State {
  xmlParserCtxtPtr context = nullptr;
  int maxDepth = 0;
  std::unique_ptr<Element> root;
  std::vector<Element*> open;
  // The first fault; nothing after it counts.
  bool failed = false;
  ErrorCode code = ErrorCode::kNotUnderstood;
  std::string message;
  int line = 0;

  void fail(ErrorCode why, std::string words, int where) {
    if (failed) return;
    failed = true;
    code = why;
    message = std::move(words);
    line = where;
    xmlStopParser(context);
  }

  [[nodiscard]] int currentLine() const { return context->input == nullptr ? 0 : context->input->line; }

  static State& of(void* user) { return *static_cast<State*>(user); }

  static void onStart(void* user, const xmlChar* name, const xmlChar* prefix, const xmlChar* space,
                      int declarationCount, const xmlChar** declarations, int attributeCount, int,
                      const xmlChar** attributes) {
    State& state = of(user);
    if (state.failed) return;
    if (static_cast<int>(state.open.size()) >= state.maxDepth) {
      state.fail(ErrorCode::kOverLimit, say("XML 元素嵌套超过 {limit} 层。", "limit"_a = state.maxDepth),
                 state.currentLine());
      return;
    }
    auto element = std::make_unique<Element>();
    element->name = view(name);
    element->prefix = view(prefix);
    element->space = view(space);
    element->line = state.currentLine();
    for (int i = 0; i < declarationCount; ++i) {
      element->declarations.push_back(
          {std::string(view(declarations[2 * i])), std::string(view(declarations[2 * i + 1]))});
    }
    element->attributes.reserve(static_cast<std::size_t>(attributeCount));
    for (int i = 0; i < attributeCount; ++i) {
      // Five pointers each: name, prefix, namespace, begin and end of the value.
      const xmlChar** five = attributes + static_cast<std::ptrdiff_t>(5) * i;
      element->attributes.push_back(
          {std::string(view(five[0])), std::string(view(five[1])), std::string(view(five[2])),
           std::string(reinterpret_cast<const char*>(five[3]), static_cast<std::size_t>(five[4] - five[3]))});
    }
    Element* added = element.get();
    if (state.open.empty()) {
      state.root = std::move(element);
    } else {
      state.open.back()->content.push_back({{}, std::move(element)});
    }
    state.open.push_back(added);
  }

  static void onEnd(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
    State& state = of(user);
    if (!state.failed && !state.open.empty()) state.open.pop_back();
  }

  static void onText(void* user, const xmlChar* text, int length) {
    State& state = of(user);
    if (state.failed || state.open.empty()) return;
    auto& content = state.open.back()->content;
    if (content.empty() || content.back().element) content.push_back({});
    content.back().text.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
  }

  static void onDoctype(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
    State& state = of(user);
    state.fail(ErrorCode::kNotUnderstood, say("文件里有 DOCTYPE 声明；为了安全，不读这样的文件。"),
               state.currentLine());
  }

  static void onError(void* user, xmlErrorPtr error) {
    if (error == nullptr || error->level < XML_ERR_ERROR) return;
    of(user).fail(ErrorCode::kNotUnderstood, explain(*error), error->line);
  }
};

Parser::Parser(const Limits& limits) : limits_(limits), state_(std::make_unique<State>()) {
  xmlInitParser();
  state_->context = xmlNewParserCtxt();
  if (state_->context == nullptr) throw std::bad_alloc();
  state_->maxDepth = limits.xmlDepth;
  xmlSAXHandler& handler = *state_->context->sax;
  handler = {};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = &State::onStart;
  handler.endElementNs = &State::onEnd;
  handler.characters = &State::onText;
  handler.ignorableWhitespace = &State::onText;
  handler.cdataBlock = &State::onText;
  handler.internalSubset = &State::onDoctype;
  handler.serror = &State::onError;
  state_->context->userData = state_.get();
}

Parser::~Parser() {
  xmlFreeParserCtxt(state_->context);
}

std::unique_ptr<Element> Parser::parse(std::string_view content, const std::string& file) {
  prescan(content, limits_, file);
  State& state = *state_;
  state.root.reset();
  state.open.clear();
  state.failed = false;
  // NOENT only makes attribute values come decoded (without it `&amp;` arrives as `&#38;`); no entity exists
  // that it could replace or load, since prescan() and onDoctype() refuse every DOCTYPE. Never DTDLOAD,
  // XINCLUDE or HUGE: those open what is refused here.
  xmlDocPtr none = xmlCtxtReadMemory(state.context, content.data(), static_cast<int>(content.size()), nullptr,
                                     "UTF-8", XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES);
  xmlFreeDoc(none);
  // libxml2 calls both by one name; a GB18030 file, the usual case, deserves the better word.
  if (state.failed && state.context->lastError.code == XML_ERR_INVALID_CHAR && !isUtf8(content)) {
    throw FormatError(ErrorCode::kNotUnderstood, say("这里的字节不是 UTF-8 文字。"), {file, state.line, {}},
                      say("请把文件另存为 UTF-8 编码。"));
  }
  if (state.failed) throw FormatError(state.code, state.message, {file, state.line, {}});
  if (state.context->wellFormed == 0 || !state.root) {
    throw FormatError(ErrorCode::kNotUnderstood, say("文件是空的，或者不是 XML。"), {file, 0, {}});
  }
  return std::move(state.root);
}

}  // namespace tiku::formats::xml
