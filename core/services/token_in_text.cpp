#include "core/services/token_in_text.h"

#include "core/remote/sendgrid/sendgrid_key.h"
#include "core/token/token.h"

namespace latchkey {

namespace {

constexpr qsizetype Shortest = 2 + 1 + 3 + 1 + KeyId::Length + 1 + token::SecretLength + token::CheckLength;

bool isWordCharacter(QChar c) {
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'_';
}

bool holdsSendGridKey(QStringView text) {
    qsizetype at = text.indexOf(QLatin1StringView("SG."));
    for (; at >= 0 && text.size() - at >= sendgrid::KeyLength;
         at = text.indexOf(QLatin1StringView("SG."), at + 1)) {
        if (sendgrid::idIn(text.sliced(at, sendgrid::KeyLength).toLatin1()))
            return true;
    }
    return false;
}

} // namespace

bool holdsToken(QStringView text) {
    if (holdsSendGridKey(text))
        return true;
    for (qsizetype at = 0; text.size() - at >= Shortest;) {
        qsizetype end = at;
        while (end < text.size() && isWordCharacter(text[end]))
            ++end;
        if (end - at >= Shortest && token::parse(text.sliced(at, end - at).toLatin1()))
            return true;
        at = end + 1;
    }
    return false;
}

QList<FieldError> tokensIn(const KeyConfig &c, const KeyConfig *before) {
    struct Field {
        const char *name;
        QString text, old;
    };
    const auto joined = [](const QStringList &l) { return l.join(u' '); };
    const KeyConfig old = before ? *before : KeyConfig();
    QList<FieldError> errors;
    for (const Field &f : {Field{"name", c.name, old.name}, Field{"owner", c.owner, old.owner},
                           Field{"note", c.note, old.note}, Field{"storedIn", c.storedIn, old.storedIn},
                           Field{"customers", joined(c.customers), joined(old.customers)}}) {
        if (f.text != f.old && holdsToken(f.text))
            errors.append({QLatin1StringView(f.name), QStringLiteral("holdsToken"), {}});
    }
    return errors;
}

} // namespace latchkey
