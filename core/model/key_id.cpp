#include "core/model/key_id.h"

namespace latchkey {

namespace {
constexpr bool isBase62(char16_t c) {
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}
} // namespace

std::optional<KeyId> KeyId::fromString(QStringView text) {
    if (text.size() != Length)
        return std::nullopt;
    KeyId id;
    for (int i = 0; i < Length; ++i) {
        const char16_t c = text[i].unicode();
        if (!isBase62(c))
            return std::nullopt;
        id.m_c[static_cast<size_t>(i)] = static_cast<char>(c);
    }
    return id;
}

std::optional<KeyId> KeyId::fromLatin1(QByteArrayView text) {
    return fromString(QString::fromLatin1(text.data(), text.size()));
}

} // namespace latchkey
