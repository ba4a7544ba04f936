#pragma once

#include <QHashFunctions>
#include <QString>
#include <array>
#include <compare>
#include <cstring>
#include <optional>

namespace latchkey {

/// The public id of a key: 12 characters of [0-9A-Za-z]. A default-made one is null and names no key.
class KeyId {
public:
    static constexpr int Length = 12;
    constexpr KeyId() = default;
    /// Nothing unless `text` is exactly 12 base62 characters.
    static std::optional<KeyId> fromString(QStringView text);
    static std::optional<KeyId> fromLatin1(QByteArrayView text);
    [[nodiscard]] QString toString() const { return QString::fromLatin1(m_c.data(), isNull() ? 0 : Length); }
    [[nodiscard]] constexpr bool isNull() const { return m_c[0] == '\0'; }
    [[nodiscard]] QByteArrayView view() const { return {m_c.data(), isNull() ? 0 : Length}; }
    auto operator<=>(const KeyId &) const = default;
    friend size_t qHash(const KeyId &k, size_t seed = 0) noexcept {
        return qHashBits(k.m_c.data(), Length, seed);
    }

private:
    std::array<char, Length> m_c{};
};

} // namespace latchkey

template<>
struct std::hash<latchkey::KeyId> {
    size_t operator()(const latchkey::KeyId &k) const noexcept { return qHash(k, 0); }
};
