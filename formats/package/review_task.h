#pragma once

#include <map>
#include <string>

#include "formats/package/review_file.h"

/// The two documents of an expert's file that are in no bank.
namespace tiku::formats {

/// `review/manifest.xml`
struct ReviewManifest {
  std::string mac;
  std::map<std::string, std::string> files;  ///< Path to SHA-256.
};

std::string writeReviewTask(const ReviewTask& task);
std::string writeReviewManifest(const ReviewManifest& manifest);

/// Throw FormatError kNotUnderstood, and kNotAPackage for what a newer program wrote.
ReviewTask readReviewTask(const std::string& content, const std::string& file, const Limits& limits);
ReviewManifest readReviewManifest(const std::string& content, const std::string& file, const Limits& limits);

}  // namespace tiku::formats
