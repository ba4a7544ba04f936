#include "core/model/customer.h"

#include "core/model/visible_text.h"

namespace latchkey {

Customer normalised(Customer c) {
    c.id = c.id.simplified();
    c.name = c.name.simplified();
    c.note = c.note.trimmed();
    if (c.name.isEmpty())
        c.name = c.id;
    return c;
}

QList<FieldError> validate(const Customer &c) {
    QList<FieldError> errors;
    const auto check = [&](const char *field, const QString &text, int most, bool lineBreaks = false) {
        if (const QString bad = badCharacter(text, lineBreaks); !bad.isEmpty())
            errors.append({QLatin1StringView(field), bad, {}});
        else if (lengthOf(text) > most)
            errors.append({QLatin1StringView(field),
                           QStringLiteral("tooLong"),
                           {{QStringLiteral("max"), most}, {QStringLiteral("length"), lengthOf(text)}}});
    };
    if (c.id.isEmpty())
        errors.append({QStringLiteral("id"), QStringLiteral("empty"), {}});
    else if (c.id.contains(u',')) // a key's form separates customers with commas
        errors.append({QStringLiteral("id"), QStringLiteral("hasSeparator"), {}});
    check("id", c.id, 100);
    check("name", c.name, 100);
    check("note", c.note, 1000, true);
    return errors;
}

} // namespace latchkey
