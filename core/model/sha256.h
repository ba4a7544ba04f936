#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>

namespace latchkey {

inline constexpr int Sha256Length = 32;

/// SHA-256 (FIPS 180-4) of the parts, one after the other. By OpenSSL, which uses the processor's own
/// instructions where it has them. Any thread.
QByteArray sha256(std::initializer_list<QByteArrayView> parts);
inline QByteArray sha256(QByteArrayView bytes) {
    return sha256({bytes});
}

} // namespace latchkey
