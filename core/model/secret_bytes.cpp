#include "core/model/secret_bytes.h"

#include <cstring>
#include <utility>

#if defined(Q_OS_UNIX) || defined(__unix__) || defined(__APPLE__)
#include <sys/mman.h>
#endif

namespace latchkey {

void secureWipe(void *p, std::size_t n) {
    if (!p || n == 0)
        return;
    std::memset(p, 0, n);
#if defined(__GNUC__) || defined(__clang__)
    __asm__ __volatile__("" : : "r"(p) : "memory"); // the compiler must assume that the zeros are read
#endif
}

bool constantTimeEqual(QByteArrayView a, QByteArrayView b) {
    if (a.size() != b.size())
        return false;
    unsigned char differs = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        differs = static_cast<unsigned char>(
            differs | (static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i])));
    return differs == 0;
}

SecretBytes::SecretBytes(std::size_t size)
    : m_data(size ? new char[size]() : nullptr)
    , m_size(size) {
#if defined(__unix__) || defined(__APPLE__)
    if (m_data)
        (void)mlock(m_data, m_size); // best effort: without the right to lock, the secret may reach swap
#endif
}

SecretBytes SecretBytes::copyOf(QByteArrayView bytes) {
    SecretBytes s(static_cast<std::size_t>(bytes.size()));
    if (s.m_data)
        std::memcpy(s.m_data, bytes.data(), s.m_size);
    return s;
}

SecretBytes::~SecretBytes() {
    wipe();
}

SecretBytes::SecretBytes(SecretBytes &&o) noexcept
    : m_data(std::exchange(o.m_data, nullptr))
    , m_size(std::exchange(o.m_size, 0)) {}

SecretBytes &SecretBytes::operator=(SecretBytes &&o) noexcept {
    if (this != &o) {
        wipe();
        m_data = std::exchange(o.m_data, nullptr);
        m_size = std::exchange(o.m_size, 0);
    }
    return *this;
}

SecretBytes SecretBytes::clone() const {
    return copyOf(view());
}

void SecretBytes::wipe() {
    if (!m_data)
        return;
    secureWipe(m_data, m_size);
#if defined(__unix__) || defined(__APPLE__)
    (void)munlock(m_data, m_size);
#endif
    delete[] m_data;
    m_data = nullptr;
    m_size = 0;
}

} // namespace latchkey
