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
    /// Without the place.
    [[nodiscard]] QString toString() const {
        const KeyId plain = at(0);
        return QString::fromLatin1(plain.m_c.data(), isNull() ? 0 : Length);
    }
    [[nodiscard]] constexpr bool isNull() const { return m_c[0] == '\0'; }
    /// The text, of an id without a place.
    [[nodiscard]] QByteArrayView view() const { return {m_c.data(), isNull() ? 0 : Length}; }

    static constexpr unsigned MostPlaces = (1U << Length) - 1;
    /// Where several vaults are looked at as one, two may know different keys by the same id: there an id
    /// says in its place which vault it is of, 1 to MostPlaces. 0 everywhere else.
    [[nodiscard]] constexpr unsigned place() const {
        unsigned place = 0;
        for (std::size_t i = 0; i < m_c.size(); ++i)
            place |= (static_cast<unsigned char>(m_c[i]) >> 7U) << i;
        return place;
    }
    /// The same id in another place. A null one stays null.
    [[nodiscard]] constexpr KeyId at(unsigned place) const {
        KeyId other = *this;
        for (std::size_t i = 0; i < m_c.size() && !isNull(); ++i) // the text is of seven bits
            other.m_c[i] =
                static_cast<char>((static_cast<unsigned char>(m_c[i]) & 0x7fU) | (((place >> i) & 1U) << 7U));
        return other;
    }
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
