#pragma once

#include <string>
#include <string_view>

#include "formats/base/xml.h"

namespace tiku::formats {

/// An equation of Word (m:oMath, OMML) as LaTeX. Elements without a counterpart give their text.
std::string mathText(XmlElement math);

/// The equation of an EQ field, `EQ \f(1,2)`, as LaTeX; empty for another field.
std::string eqFieldText(std::string_view instruction);

}  // namespace tiku::formats
