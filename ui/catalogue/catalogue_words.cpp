#include "ui/catalogue/catalogue_words.h"

#include "ui/format/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey::ui {

namespace {

/// Where lupdate finds the texts.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(catalogue)
};

QString param(const FieldError &e, const char *name) {
    return e.params.value(QLatin1StringView(name)).toString();
}

QString number(const FieldError &e, const char *name) {
    return QLocale().toString(e.params.value(QLatin1StringView(name)).toLongLong());
}

QString syntaxProblem(const FieldError &e) {
    const QString &c = e.code;
    if (c == QStringLiteral("notUtf8"))
        return Words::tr("The file is not UTF-8 text.");
    if (c == QStringLiteral("byteOrderMark"))
        return Words::tr("The file begins with a byte order mark. Save it as UTF-8 without one.");
    if (c == QStringLiteral("fileTooLarge"))
        return Words::tr("The file is larger than %1 bytes. A catalogue is not.").arg(number(e, "max"));
    if (c == QStringLiteral("tooDeep"))
        return Words::tr("Values are nested more than %1 deep.").arg(number(e, "max"));
    if (c == QStringLiteral("tooManyValues"))
        return Words::tr("There are more than %1 values.").arg(number(e, "max"));
    if (c == QStringLiteral("duplicateKey"))
        return Words::tr("The field “%1” stands twice in one object.").arg(param(e, "key"));
    if (c == QStringLiteral("unexpected"))
        return Words::tr("“%1” is not expected here.").arg(param(e, "found"));
    if (c == QStringLiteral("unexpectedEnd"))
        return Words::tr("The file ends too early.");
    if (c == QStringLiteral("numberTooLarge"))
        return Words::tr("That number is too large.");
    if (c == QStringLiteral("notWhole"))
        return Words::tr("Only whole numbers are allowed, without point or exponent.");
    if (c == QStringLiteral("badNumber"))
        return Words::tr("That is not a number: it begins with a zero.");
    if (c == QStringLiteral("badEscape"))
        return Words::tr("A backslash is followed by something that JSON doesn't know.");
    if (c == QStringLiteral("loneSurrogate"))
        return Words::tr("That is half of a character.");
    return {};
}

QString shapeProblem(const FieldError &e) {
    const QString &c = e.code;
    if (c == QStringLiteral("unknownField"))
        return Words::tr("This field is not known. Nothing is skipped, because it might restrict something.");
    if (c == QStringLiteral("missing"))
        return Words::tr("This field is missing.");
    if (c == QStringLiteral("notAText"))
        return Words::tr("A text is expected, in quotes.");
    if (c == QStringLiteral("notAList"))
        return Words::tr("A list is expected, in square brackets.");
    if (c == QStringLiteral("notAnObject"))
        return Words::tr("An object is expected, in curly brackets.");
    if (c == QStringLiteral("notAFlag"))
        return Words::tr("True or false is expected.");
    if (c == QStringLiteral("notANumber"))
        return Words::tr("A whole number is expected.");
    if (c == QStringLiteral("otherFormat"))
        return Words::tr("The format is not 1: this is no catalogue, or one of a newer Latchkey.");
    if (c == QStringLiteral("otherType"))
        return Words::tr("The type is general or billing.");
    return {};
}

QString meaningProblem(const FieldError &e) {
    const QString &c = e.code;
    if (c == QStringLiteral("empty"))
        return e.field.endsWith(QStringLiteral(".id")) ? Words::tr("Enter an id.")
                                                       : Words::tr("Enter a name.");
    if (c == QStringLiteral("badId"))
        return Words::tr("Use small letters, digits, dots, dashes and underscores, at most 50.");
    if (c == QStringLiteral("badScope"))
        return Words::tr(
            "Write resource:action in small letters, digits, dots, dashes and underscores, such as "
            "leads:read.");
    if (c == QStringLiteral("duplicateId"))
        return Words::tr("This id is there already.");
    if (c == QStringLiteral("noResources"))
        return Words::tr("A catalogue has at least one resource.");
    if (c == QStringLiteral("noScopes"))
        return Words::tr("A resource has at least one permission.");
    if (c == QStringLiteral("unknownScope"))
        return Words::tr("“%1” is not in the catalogue.").arg(param(e, "scope"));
    if (c == QStringLiteral("wrongType"))
        return Words::tr("“%1” belongs to the other type of key.").arg(param(e, "scope"));
    if (c == QStringLiteral("outOfRange"))
        return e.params.contains(QStringLiteral("max"))
                   ? Words::tr("Enter a number from 1 to %1.").arg(number(e, "max"))
                   : Words::tr("That number is out of range.");
    return {};
}

QString subjectText(const CatalogueDifference &d) {
    using Subject = CatalogueDifference::Subject;
    switch (d.subject) {
    case Subject::Catalogue:
        return Words::tr("Catalogue “%1”").arg(d.name);
    case Subject::Resource:
        return Words::tr("Resource “%1”").arg(d.name);
    case Subject::Scope:
        return Words::tr("Permission “%1” (%2)", "name, id").arg(d.name, d.id);
    case Subject::Template:
        return Words::tr("Template “%1”").arg(d.name);
    }
    return {};
}

QString fieldName(const QString &field) {
    static const QHash<QString, const char *> names{
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("catalogue", "name")},
        {QStringLiteral("description"), QT_TRANSLATE_NOOP("catalogue", "description")},
        {QStringLiteral("phrase"), QT_TRANSLATE_NOOP("catalogue", "phrase")},
        {QStringLiteral("reads"), QT_TRANSLATE_NOOP("catalogue", "part of Read")},
        {QStringLiteral("destructive"), QT_TRANSLATE_NOOP("catalogue", "destructive")},
        {QStringLiteral("resource"), QT_TRANSLATE_NOOP("catalogue", "resource")},
        {QStringLiteral("group"), QT_TRANSLATE_NOOP("catalogue", "group")},
        {QStringLiteral("billing"), QT_TRANSLATE_NOOP("catalogue", "for billing keys")},
        {QStringLiteral("type"), QT_TRANSLATE_NOOP("catalogue", "type")},
        {QStringLiteral("scopes"), QT_TRANSLATE_NOOP("catalogue", "permissions")},
        {QStringLiteral("expiresInDays"), QT_TRANSLATE_NOOP("catalogue", "expiry")},
    };
    static const QHash<QString, RatePeriod> limits{{QStringLiteral("perSecond"), RatePeriod::Second},
                                                   {QStringLiteral("perMinute"), RatePeriod::Minute},
                                                   {QStringLiteral("perHour"), RatePeriod::Hour},
                                                   {QStringLiteral("perDay"), RatePeriod::Day}};
    if (const auto limit = limits.constFind(field); limit != limits.cend())
        return Words::tr("rate limit %1", "per minute").arg(perPeriod(*limit));
    const char *name = names.value(field);
    return name ? QCoreApplication::translate("catalogue", name) : field;
}

/// A value of a catalogue, quoted where it is a text of somebody's.
QString valueText(const QString &field, const QJsonValue &v) {
    if (v.isBool())
        return v.toBool() ? Words::tr("yes") : Words::tr("no");
    if (v.isDouble() && field == QStringLiteral("expiresInDays"))
        return Words::tr("%Ln days", nullptr, v.toInt());
    if (v.isDouble())
        return QLocale().toString(v.toInteger());
    const QString text = v.toString();
    if (text.isEmpty())
        return Words::tr("none", "no value");
    if (field == QStringLiteral("type")) {
        if (const auto type = keyTypeFromWord(text))
            return word(*type);
    }
    return Words::tr("“%1”", "a text in a catalogue").arg(text);
}

/// "+leads:delete, −leads:read": a list of permissions, before and after.
QString scopesText(const ScopeSet &before, const ScopeSet &after) {
    QStringList parts;
    for (const Scope &s : after.without(before))
        parts.append(u'+' + s.toString());
    for (const Scope &s : before.without(after))
        parts.append(QChar(0x2212) + s.toString());
    return parts.join(QStringLiteral(", "));
}

/// "name: “Read leads” → “See leads”"
QString changeText(const CatalogueDifference::Change &c) {
    if (c.field == QStringLiteral("scopes"))
        return Words::tr("%1: %2", "field, which come and go")
            .arg(fieldName(c.field),
                 scopesText(ScopeSet::parse(c.before.toString()), ScopeSet::parse(c.after.toString())));
    return Words::tr("%1: %2 → %3", "field, from, to")
        .arg(fieldName(c.field), valueText(c.field, c.before), valueText(c.field, c.after));
}

} // namespace

QString catalogueProblem(const FieldError &e) {
    for (const QString &text : {syntaxProblem(e), shapeProblem(e), meaningProblem(e)}) {
        if (!text.isEmpty())
            return text;
    }
    return sentence(e); // tooLong, tooMany, controlCharacter, bidiOverride
}

QString fileProblem(const FieldError &e) {
    return Words::tr("Line %1, column %2: %3 (%4)", "line, column, what, path")
        .arg(number(e, "line"), number(e, "column"), catalogueProblem(e), e.field);
}

QString differenceText(const CatalogueDifference &d) {
    using Kind = CatalogueDifference::Kind;
    const QString subject = subjectText(d);
    switch (d.kind) {
    case Kind::Added:
        return Words::tr("%1 is new.").arg(subject);
    case Kind::Removed:
        return Words::tr("%1 goes.").arg(subject);
    case Kind::Moved:
        return Words::tr("The order changes.");
    case Kind::Changed: {
        QStringList changes;
        for (const CatalogueDifference::Change &c : d.changes)
            changes.append(changeText(c));
        return Words::tr("%1 changes: %2.", "what, its fields from what to what")
            .arg(subject, changes.join(QStringLiteral("; ")));
    }
    }
    return {};
}

QString touchedText(const TouchedKeys &t) {
    using What = TouchedKeys::What;
    const auto n = static_cast<int>(t.keys);
    const QString named = t.name == t.id ? t.id : Words::tr("“%1” (%2)", "name, id").arg(t.name, t.id);
    switch (t.what) {
    case What::ScopeUnknown:
        return Words::tr("%Ln keys hold %1. They keep it, shown by its id as not in the catalogue.", nullptr,
                         n)
            .arg(named);
    case What::ScopeKnown:
        return Words::tr("%Ln keys hold %1 already. It is then shown by its name.", nullptr, n).arg(named);
    case What::LevelChanged:
        return Words::tr("%Ln keys that were %1 on %2 become %3. What they may do stays the same.", nullptr,
                         n)
            .arg(word(t.from), t.name, word(t.to));
    case What::TypeMismatch:
        return Words::tr("%Ln keys hold %1, which then belongs to the other type of key. They keep it.",
                         nullptr, n)
            .arg(named);
    case What::TypeFits:
        return Words::tr("%Ln keys hold %1, which then fits their type.", nullptr, n).arg(named);
    }
    return {};
}

} // namespace latchkey::ui
