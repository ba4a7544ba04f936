#pragma once

#include <QByteArrayView>
#include <cstddef>
#include <memory>

namespace latchkey {

/// A secret in memory: move-only, wiped when it goes, kept out of swap where the system allows it. There is
/// no way from here into QVariant, QDebug, QDataStream or a comparison that leaks time. A QString made of it
/// cannot be wiped for certain: make one only while a person looks at it.
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size);          ///< zero-filled
    static SecretBytes copyOf(QByteArrayView bytes); ///< the caller wipes its own copy
    ~SecretBytes();
    SecretBytes(SecretBytes &&o) noexcept;
    SecretBytes &operator=(SecretBytes &&o) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    [[nodiscard]] SecretBytes clone() const; ///< a deliberate, visible copy
    [[nodiscard]] char *data() { return m_data; }
    [[nodiscard]] const char *data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] QByteArrayView view() const { return {m_data, static_cast<qsizetype>(m_size)}; }
    void wipe();

private:
    char *m_data = nullptr;
    std::size_t m_size = 0;
};

/// Constant time in the contents; lengths are not secret.
bool constantTimeEqual(QByteArrayView a, QByteArrayView b);
/// Overwrites memory in a way that the compiler keeps.
void secureWipe(void *p, std::size_t n);

} // namespace latchkey
