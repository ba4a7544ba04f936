#include "core/model/visible_text.h"

#include <QList>

namespace latchkey {

QString badCharacter(const QString &s, bool lineBreaks) {
    if (!s.isValidUtf16()) // half a character: it could not be stored as it is
        return QStringLiteral("controlCharacter");
    for (const QChar c : s) {
        const char16_t u = c.unicode();
        if ((u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0x200e || u == 0x200f ||
            u == 0x061c)
            return QStringLiteral("bidiOverride");
        if (c.category() == QChar::Other_Control && !(lineBreaks && (u == u'\n' || u == u'\t')))
            return QStringLiteral("controlCharacter");
    }
    return {};
}

qsizetype lengthOf(const QString &s) {
    return s.toUcs4().size();
}

} // namespace latchkey
