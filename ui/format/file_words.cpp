#include "ui/format/file_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey::ui {

namespace {
struct Files {
    Q_DECLARE_TR_FUNCTIONS(files)
};

struct Words {
    const char *code;
    const char *text;
};
constexpr Words sentences[] = {
    {"badQuote", QT_TRANSLATE_NOOP("files", "A quotation mark stands where none may be.")},
    {"unclosedQuote", QT_TRANSLATE_NOOP("files", "A quotation mark is opened and never closed.")},
    {"nulByte", QT_TRANSLATE_NOOP("files", "It contains a NUL byte.")},
    {"notUtf8", QT_TRANSLATE_NOOP("files", "It isn't UTF-8. Save the file as UTF-8.")},
    {"tooManyColumns", QT_TRANSLATE_NOOP("files", "It has more columns than any list of keys.")},
    {"badJson", QT_TRANSLATE_NOOP("files", "It isn't valid JSON.")},
    {"unclosed", QT_TRANSLATE_NOOP("files", "The file ends in the middle of it.")},
    {"duplicateName", QT_TRANSLATE_NOOP("files", "A name stands in it twice.")},
    {"tooDeep", QT_TRANSLATE_NOOP("files", "It is nested too deeply to be a key.")},
    {"badNumber", QT_TRANSLATE_NOOP("files", "A number in it isn't one.")},
    {"badEscape", QT_TRANSLATE_NOOP("files", "An escape sequence in it stands for no character.")},
    {"notAKey", QT_TRANSLATE_NOOP("files", "It is no object, so no key is described there.")},
    {"notAnObject", QT_TRANSLATE_NOOP("files", "This is no list of keys.")},
    {"cellCount", QT_TRANSLATE_NOOP("files", "It doesn't have as many cells as the first line.")},
    {"unknownColumn", QT_TRANSLATE_NOOP("files", "It has a name that the rows before it don't have.")},
    {"notAToken", QT_TRANSLATE_NOOP("files", "Its key is no Latchkey key, or was mistyped.")},
    {"otherPrefix", QT_TRANSLATE_NOOP("files", "Its key has another prefix than this vault's.")},
    {"tokenInText",
     QT_TRANSLATE_NOOP("files", "A whole key stands in a column that would be stored as it is. "
                                "Map that column to “API key”.")},
    {"badId", QT_TRANSLATE_NOOP("files", "The key ID isn't one: it has 12 letters and digits.")},
    {"badEnvironment", QT_TRANSLATE_NOOP("files", "It has no environment, or one that isn't known.")},
    {"badType", QT_TRANSLATE_NOOP("files", "The type is neither general nor billing.")},
    {"badScope", QT_TRANSLATE_NOOP("files", "A permission in it isn't written as resource:action.")},
    {"badAddress", QT_TRANSLATE_NOOP("files", "An IP address or range in it isn't one.")},
    {"badTime",
     QT_TRANSLATE_NOOP("files", "The time isn't ISO 8601 with a zone, like 2027-03-31T12:00:00Z.")},
    {"fixed", QT_TRANSLATE_NOOP("files", "The environment and the type of a key can't be changed.")},
    {"twice", QT_TRANSLATE_NOOP("files", "The same key stands in the file before.")},
    {"noToken",
     QT_TRANSLATE_NOOP("files", "This vault doesn't know the key, and the row brings no key text.")},
    {"idDiffers", QT_TRANSLATE_NOOP("files", "The key ID and the key don't belong together.")},
    {"notActive", QT_TRANSLATE_NOOP("files", "Only active keys can be made by an import.")},
    {"tokenEnvironment", QT_TRANSLATE_NOOP("files", "The key was made for another environment.")},
    {"tokenDiffers",
     QT_TRANSLATE_NOOP("files", "The key isn't the one that this vault knows under this ID.")},
    {"taken", QT_TRANSLATE_NOOP("files", "This vault has a key with that ID already.")},
    {"deleted", QT_TRANSLATE_NOOP("files", "The key is deleted. Restore it first.")},
    {"fileChanged", QT_TRANSLATE_NOOP("files", "The file has changed since it was checked. Check it again.")},
    {"utf16", QT_TRANSLATE_NOOP("files", "The file is UTF-16. Save it as UTF-8.")},
    {"noHeader", QT_TRANSLATE_NOOP("files", "The file has no first line with the names of its columns.")},
    {"notALogLine", QT_TRANSLATE_NOOP("files", "Not a line of an access log.")},
    {"badLogTime", QT_TRANSLATE_NOOP("files", "It has no time, or one that can't be.")},
    {"badLogStatus", QT_TRANSLATE_NOOP("files", "It has no HTTP status from 100 to 599.")},
    {"badLogJson", QT_TRANSLATE_NOOP("files", "Its JSON can't be read.")},
    {"logLineTooLong", QT_TRANSLATE_NOOP("files", "It is longer than 64 KB.")},
    {"notText", QT_TRANSLATE_NOOP("files", "It isn't text.")},
    {"oneByOne",
     QT_TRANSLATE_NOOP("files",
                       "The service tells each key once. Create it by itself: Create Like This Elsewhere.")},
    {"noTokenWanted", QT_TRANSLATE_NOOP("files", "It isn't here, and no new tokens are to be made.")},
    {"wouldBeWider",
     QT_TRANSLATE_NOOP("files", "It is limited there in a way that it can't be limited here.")},
    {"severalOfThatName", QT_TRANSLATE_NOOP("files", "Several keys have this name here.")},
    {"twiceThere", QT_TRANSLATE_NOOP("files", "Several keys have this name there; the first one was taken.")},
    {"unknownThere", QT_TRANSLATE_NOOP("files", "It has no environment there. Choose one for all of them.")},
    {"duplicateColumn", QT_TRANSLATE_NOOP("files", "Two columns have the same name.")},
};
} // namespace

QString fieldTitle(KeyField f) {
    switch (f) {
    case KeyField::Id:
        return Files::tr("Key ID");
    case KeyField::Name:
        return Files::tr("Name");
    case KeyField::Environment:
        return Files::tr("Environment");
    case KeyField::Type:
        return Files::tr("Key type");
    case KeyField::Status:
    case KeyField::State:
        return Files::tr("Status");
    case KeyField::Scopes:
        return Files::tr("Permissions");
    case KeyField::LimitSecond:
        return Files::tr("Requests per second");
    case KeyField::LimitMinute:
        return Files::tr("Requests per minute");
    case KeyField::LimitHour:
        return Files::tr("Requests per hour");
    case KeyField::LimitDay:
        return Files::tr("Requests per day");
    case KeyField::Customers:
        return Files::tr("Customers");
    case KeyField::AllowedIps:
        return Files::tr("Allowed IPs");
    case KeyField::Expires:
        return Files::tr("Expires");
    case KeyField::Owner:
        return Files::tr("Owner");
    case KeyField::Tags:
        return Files::tr("Tags");
    case KeyField::Note:
        return Files::tr("Note");
    case KeyField::StoredIn:
        return Files::tr("Stored in");
    case KeyField::Token:
        return Files::tr("API key (hashed, not kept)");
    default:
        return toWord(f);
    }
}

QString fileSentence(const FieldError &e) {
    const bool file = e.field == QStringLiteral("file");
    const auto line = e.params.value(QStringLiteral("line")).toLongLong();
    const QString where = line > 0 ? Files::tr("Line %1: ").arg(QLocale().toString(line)) : QString();
    if (file && e.code == QStringLiteral("empty"))
        return Files::tr("The file is empty.");
    if (e.code == QStringLiteral("tooLong") && !e.params.contains(QStringLiteral("max")))
        return where + Files::tr("It is longer than any key's row.");
    if (e.code == QStringLiteral("notAllPermissions")) {
        const QString scopes = e.params.value(QStringLiteral("scopes")).toString();
        return scopes.isEmpty() ? Files::tr("Its permissions aren't known.")
                                : Files::tr("It has permissions that can't be given here: %1.").arg(scopes);
    }
    if (const QString text = e.params.value(QStringLiteral("text")).toString();
        e.code == QStringLiteral("badAddress") && !text.isEmpty())
        return where + Files::tr("“%1” is no IP address or range.").arg(text);
    for (const Words &w : sentences) {
        if (e.code == QLatin1StringView(w.code))
            return where + Files::tr(w.text);
    }
    return {};
}

} // namespace latchkey::ui
