#include "formats/history/keyring.h"

#include <libsecret/secret.h>
#include <memory>

#include "formats/base/say.h"

namespace tiku::formats {
namespace {

const SecretSchema& keyringSchema() {
  static const SecretSchema schema = [] {
    SecretSchema made{};
    made.name = "cn.tiku.Sync";
    made.flags = SECRET_SCHEMA_NONE;
    made.attributes[0] = {"address", SECRET_SCHEMA_ATTRIBUTE_STRING};
    made.attributes[1] = {"user", SECRET_SCHEMA_ATTRIBUTE_STRING};
    return made;
  }();
  return schema;
}

struct FreeTable {
  void operator()(GHashTable* table) const { g_hash_table_unref(table); }
};
using Table = std::unique_ptr<GHashTable, FreeTable>;

Table attributesOf(const std::string& address, const std::string& user) {
  Table table(g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free));
  g_hash_table_insert(table.get(), g_strdup("address"), g_strdup(address.c_str()));
  if (!user.empty()) g_hash_table_insert(table.get(), g_strdup("user"), g_strdup(user.c_str()));
  return table;
}

// What the keyring says is for nobody: without it a person is asked, which is all that there is to do.
class IgnoredError {
 public:
  IgnoredError() = default;
  IgnoredError(const IgnoredError&) = delete;
  IgnoredError& operator=(const IgnoredError&) = delete;
  ~IgnoredError() { g_clear_error(&error_); }
  GError** out() { return &error_; }

 private:
  GError* error_ = nullptr;
};

std::string passwordOf(SecretRetrievable* item) {
  IgnoredError error;
  SecretValue* value = secret_retrievable_retrieve_secret_sync(item, nullptr, error.out());
  if (value == nullptr) return {};
  const char* text = secret_value_get_text(value);
  std::string password = text == nullptr ? "" : text;
  secret_value_unref(value);
  return password;
}

std::string userOf(SecretRetrievable* item) {
  const Table attributes(secret_retrievable_get_attributes(item));
  const auto* user = static_cast<const char*>(g_hash_table_lookup(attributes.get(), "user"));
  return user == nullptr ? "" : user;
}

}  // namespace

std::optional<Login> findLogin(const std::string& address, const std::string& user) {
  IgnoredError error;
  const Table attributes = attributesOf(address, user);
  GList* items = secret_password_searchv_sync(
      &keyringSchema(), attributes.get(),
      static_cast<SecretSearchFlags>(SECRET_SEARCH_UNLOCK | SECRET_SEARCH_LOAD_SECRETS), nullptr,
      error.out());
  std::optional<Login> login;
  if (items != nullptr) {
    auto* item = static_cast<SecretRetrievable*>(items->data);
    login = Login{userOf(item), passwordOf(item), true};
    if (login->password.empty()) login.reset();
  }
  g_list_free_full(items, g_object_unref);
  return login;
}

bool keepLogin(const std::string& address, const Login& login) {
  IgnoredError error;
  const Table attributes = attributesOf(address, login.user);
  const std::string label = say("题库工作台：{address}", "address"_a = address);
  return secret_password_storev_sync(&keyringSchema(), attributes.get(), SECRET_COLLECTION_DEFAULT,
                                     label.c_str(), login.password.c_str(), nullptr, error.out()) != 0;
}

bool forgetLogin(const std::string& address, const std::string& user) {
  IgnoredError error;
  const Table attributes = attributesOf(address, user);
  return secret_password_clearv_sync(&keyringSchema(), attributes.get(), nullptr, error.out()) != 0;
}

}  // namespace tiku::formats
