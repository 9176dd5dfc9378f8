#include "formats/base/xml_stream.h"

#include <exception>
#include <memory>
#include <mutex>

#include <libxml/parser.h>

#include "formats/base/xml_guard.h"

namespace tiku::formats {
namespace {

// What the callbacks reach through the parser's context.
struct Stream : XmlFirstError {
  explicit Stream(XmlEvents& e) : events(e) {}

  // Exceptions must not travel through C frames: kept here, thrown again when the parser has returned.
  template <typename Call>
  static void guarded(void* data, const Call& call) {
    auto* context = static_cast<xmlParserCtxt*>(data);
    auto& stream = *static_cast<Stream*>(static_cast<XmlFirstError*>(context->_private));
    if (stream.thrown) return;
    try {
      call(stream.events);
    } catch (...) {
      stream.thrown = std::current_exception();
      xmlStopParser(context);
    }
  }

  XmlEvents& events;
  std::exception_ptr thrown;
};

void startElement(void* data, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* /*space*/,
                  int /*spaces*/, const xmlChar** /*declared*/, int count, int /*defaulted*/,
                  const xmlChar** attributes) {
  Stream::guarded(data,
                  [&](XmlEvents& events) { events.start(xmlWords(name), XmlAttributes(attributes, count)); });
}

void endElement(void* data, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* /*space*/) {
  Stream::guarded(data, [&](XmlEvents& events) { events.end(xmlWords(name)); });
}

void characters(void* data, const xmlChar* text, int length) {
  const std::string_view words(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
  Stream::guarded(data, [&](XmlEvents& events) { events.text(words); });
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  // Five pointers each: local name, prefix, namespace, begin and end of the value.
  for (int i = 0; i < count_; ++i) {
    const unsigned char** attribute = values_ + static_cast<std::ptrdiff_t>(i) * 5;
    if (xmlWords(attribute[0]) != name) continue;
    return {reinterpret_cast<const char*>(attribute[3]),
            static_cast<std::size_t>(attribute[4] - attribute[3])};
  }
  return {};
}

void streamXml(std::string_view content, const std::string& name, const XmlLimits& limits,
               XmlEvents& events) {
  static std::once_flag initialised;  // Before threads parse side by side.
  std::call_once(initialised, [] { xmlInitParser(); });

  const GuardedXml text(content, name, limits);
  const std::unique_ptr<xmlParserCtxt, FreeXmlParser> context(xmlNewParserCtxt());
  if (!context) throw std::bad_alloc();
  Stream stream(events);
  *context->sax = {};  // No tree is built.
  context->sax->initialized = XML_SAX2_MAGIC;
  context->sax->startElementNs = startElement;
  context->sax->endElementNs = endElement;
  context->sax->characters = characters;
  context->sax->ignorableWhitespace = characters;
  context->sax->cdataBlock = characters;
  stream.watch(*context);
  xmlDoc* none =
      xmlCtxtReadMemory(context.get(), text.content().data(), static_cast<int>(text.content().size()),
                        name.c_str(), text.encoding().c_str(), XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  if (none != nullptr) xmlFreeDoc(none);
  if (stream.thrown) std::rethrow_exception(stream.thrown);
  if (context->wellFormed == 0) stream.refuse(name);
}

}  // namespace tiku::formats
