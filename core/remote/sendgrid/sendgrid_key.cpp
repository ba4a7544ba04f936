#include "core/remote/sendgrid/sendgrid_key.h"

#include "core/token/token.h"

#include <QCryptographicHash>
#include <algorithm>

namespace latchkey::sendgrid {

namespace {

bool isWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool isWord(QByteArrayView text) {
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isWordByte);
}

bool hasShape(QByteArrayView key) {
    return key.size() == KeyLength && key.startsWith("SG.") && isWord(key.sliced(3, IdLength)) &&
           key[3 + IdLength] == '.' && isWord(key.sliced(4 + IdLength));
}

} // namespace

Result<SecretBytes> accountKey(QByteArrayView pasted) {
    const QByteArrayView text = pasted.trimmed();
    const auto refused = [](const char *code, QVariantMap params = {}) {
        return fail(
            Error(QList<FieldError>{{QStringLiteral("token"), QLatin1StringView(code), std::move(params)}}));
    };
    if (text.isEmpty())
        return refused("empty");
    if (hasShape(text))
        return SecretBytes::copyOf(text);
    if (token::parse(text))
        return refused("latchkeyToken");
    const bool begins =
        text.startsWith("SG.") && text.size() < KeyLength &&
        std::all_of(text.begin(), text.end(), [](char c) { return c == '.' || isWordByte(c); });
    if (begins)
        return refused("truncated",
                       {{QStringLiteral("length"), text.size()}, {QStringLiteral("wanted"), KeyLength}});
    return refused("notASendGridKey");
}

std::optional<QString> idIn(QByteArrayView key) {
    return hasShape(key) ? std::optional(QString::fromLatin1(key.sliced(3, IdLength))) : std::nullopt;
}

bool isServiceId(QStringView text) {
    return text.size() == IdLength && isWord(text.toLatin1());
}

KeyId keyIdOf(const QString &serviceId) {
    static constexpr char Alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const QByteArray hash =
        QCryptographicHash::hash("latchkey-sendgrid-v1 " + serviceId.toUtf8(), QCryptographicHash::Sha256);
    std::array<char, KeyId::Length> text{};
    for (qsizetype i = 0; i < KeyId::Length; ++i) // 2^16 is so much more than 62 that no character stands out
        text[static_cast<size_t>(i)] =
            Alphabet[((static_cast<quint8>(hash[2 * i]) << 8) | static_cast<quint8>(hash[2 * i + 1])) % 62];
    return *KeyId::fromLatin1(QByteArrayView(text.data(), KeyId::Length));
}

} // namespace latchkey::sendgrid
