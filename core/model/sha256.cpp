#include "core/model/sha256.h"

#include <QtGlobal>

#include <memory>
#include <openssl/evp.h>

namespace latchkey {

QByteArray sha256(std::initializer_list<QByteArrayView> parts) {
    using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
    static const EVP_MD *const algorithm =
        EVP_MD_fetch(nullptr, "SHA256", nullptr); // looking it up takes longer than a hash
    thread_local const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    QByteArray sum(Sha256Length, Qt::Uninitialized);
    bool good = algorithm && context && EVP_DigestInit_ex2(context.get(), algorithm, nullptr) == 1;
    for (const QByteArrayView part : parts)
        good =
            good && EVP_DigestUpdate(context.get(), part.data(), static_cast<std::size_t>(part.size())) == 1;
    good = good &&
           EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(sum.data()), nullptr) == 1;
    if (!good)
        qFatal("SHA-256 is not available"); // nothing may be stored or let through with a wrong sum
    return sum;
}

} // namespace latchkey
