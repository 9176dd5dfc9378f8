#pragma once

#include <array>
#include <stdexcept>
#include <stdio.h>
#include <string>

namespace tiku::test {

struct ShellResult {
  int status = 0;      ///< Exit status as the shell has it.
  std::string output;  ///< Standard output and errors, without the last line end.
};

/// Runs a command as a user would: a black box beside our own code.
inline ShellResult shell(const std::string& command) {
  FILE* pipe = popen(("{ " + command + "\n} 2>&1 </dev/null").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  ShellResult result;
  std::array<char, 4096> buffer{};
  while (const std::size_t count = fread(buffer.data(), 1, buffer.size(), pipe)) {
    result.output.append(buffer.data(), count);
  }
  const int status = pclose(pipe);
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  while (result.output.ends_with('\n')) result.output.pop_back();
  return result;
}

}  // namespace tiku::test
