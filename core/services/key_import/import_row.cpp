#include "core/services/key_import/import_row.h"

#include "core/model/csv.h"
#include "core/model/json_records.h"
#include "core/token/token.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace latchkey {

namespace {

QString fieldName(std::optional<KeyField> f) {
    return f ? toWord(*f) : QString();
}

FieldError problemOf(const char *code, std::optional<KeyField> field = {}) {
    return {fieldName(field), QLatin1StringView(code), {}};
}

/// A token in a column that is not mapped as one would be stored in the open.
bool holdsToken(QByteArrayView cell) {
    constexpr qsizetype Shortest = 40;
    if (cell.size() < Shortest || cell.indexOf('_') < 0)
        return false;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= cell.size(); ++i) {
        const bool part =
            i < cell.size() && (std::isalnum(static_cast<unsigned char>(cell[i])) != 0 || cell[i] == '_');
        if (part)
            continue;
        if (i - from >= Shortest && token::parse(cell.sliced(from, i - from)))
            return true;
        from = i + 1;
    }
    return false;
}

void takeToken(ImportRow &row, QByteArrayView cell, const QString &prefix) {
    const QByteArrayView t = cell.trimmed();
    if (t.isEmpty())
        return;
    const auto parsed = token::parse(t);
    if (!parsed) {
        row.problem = problemOf("notAToken", KeyField::Token);
    } else if (parsed->prefix != prefix) {
        row.problem = problemOf("otherPrefix", KeyField::Token);
    } else {
        row.tokenId = parsed->id;
        row.tokenEnvironment = parsed->environmentWord;
        row.verifier = token::verifierOf(t);
    }
}

void takeCell(ImportRow &row, KeyField field, QByteArrayView cell, FileFormat format, const QString &prefix) {
    if (field == KeyField::Token)
        return takeToken(row, cell, prefix);
    if (holdsToken(cell)) {
        row.problem = problemOf("tokenInText", field);
        return;
    }
    QString text = QString::fromUtf8(cell);
    if (format == FileFormat::Csv)
        text = csv::plain(text);
    if (field == KeyField::Id) {
        row.id = KeyId::fromString(text.trimmed()).value_or(KeyId());
        if (row.id.isNull() && !text.trimmed().isEmpty())
            row.problem = problemOf("badId", field);
    } else {
        row.values.insert(field, text);
    }
}

std::optional<Instant> timeOf(const QString &text) {
    static const QRegularExpression date(QStringLiteral("^\\d{4}-\\d{2}-\\d{2}$"));
    static const QRegularExpression zoned(QStringLiteral("(Z|[+-]\\d{2}:?\\d{2})$"));
    if (date.match(text).hasMatch()) { // the whole day counts
        const QDate day = QDate::fromString(text, Qt::ISODate);
        return day.isValid()
                   ? std::optional(Instant::fromDateTime(QDateTime(day, QTime(23, 59, 59, 999), Qt::UTC)))
                   : std::nullopt;
    }
    const QDateTime t = QDateTime::fromString(text, Qt::ISODateWithMs);
    return t.isValid() && zoned.match(text).hasMatch() ? std::optional(Instant::fromDateTime(t))
                                                       : std::nullopt;
}

std::optional<Environment> environmentOf(const QString &text) {
    const QString w = text.trimmed().toLower();
    for (const Environment e : AllEnvironments) {
        if (w == toWord(e) || w == tokenWord(e) || (w.size() >= 3 && toWord(e).startsWith(w)))
            return e;
    }
    return std::nullopt;
}

RatePeriod periodOf(KeyField limit) {
    return static_cast<RatePeriod>(static_cast<int>(limit) - static_cast<int>(KeyField::LimitSecond));
}

/// Whether there is anything in a field that may be empty.
bool isSet(const KeyConfig &c, KeyField f) {
    switch (f) {
    case KeyField::LimitSecond:
    case KeyField::LimitMinute:
    case KeyField::LimitHour:
    case KeyField::LimitDay:
        return c.limits.get(periodOf(f)).has_value();
    case KeyField::Customers:
        return !c.customers.isEmpty();
    case KeyField::AllowedIps:
        return !c.allowedIps.isEmpty();
    case KeyField::Expires:
        return c.expires.has_value();
    case KeyField::Owner:
        return !c.owner.isEmpty();
    case KeyField::Tags:
        return !c.tags.isEmpty();
    case KeyField::Note:
        return !c.note.isEmpty();
    case KeyField::StoredIn:
        return !c.storedIn.isEmpty();
    default:
        return false;
    }
}

} // namespace

ImportMapping guessMapping(const QStringList &columns) {
    ImportMapping mapping;
    QList<KeyField> taken;
    const QList<KeyField> allowed = importableFields();
    for (const QString &c : columns) {
        const auto field = guessField(c);
        if (field && allowed.contains(*field) && !taken.contains(*field)) {
            taken.append(*field);
            mapping.insert(c, *field);
        }
    }
    return mapping;
}

ImportRow readRow(TableRecord &record, FileFormat format, const QStringList &columns,
                  const ImportMapping &mapping, const QString &prefix) {
    ImportRow row;
    row.line = record.line;
    if (!record.problem.isEmpty()) {
        row.problem = problemOf(record.problem.constData());
    } else if (format == FileFormat::Csv && record.cells.size() != columns.size()) {
        row.problem = problemOf("cellCount");
    } else {
        for (qsizetype i = 0; i < record.cells.size() && !row.problem; ++i) {
            const QString name = format == FileFormat::Csv ? columns[i] : QString::fromUtf8(record.names[i]);
            const auto field = mapping.constFind(name);
            if (field != mapping.constEnd())
                takeCell(row, *field, record.cells[i], format, prefix);
            else if (format == FileFormat::Json && !columns.contains(name))
                row.problem = problemOf("unknownColumn");
        }
    }
    record.wipe();
    return row;
}

Result<KeyConfig> configOf(const ImportRow &row, const KeyConfig &base, bool exists) {
    KeyConfig c = base;
    const auto bad = [](const char *code, KeyField f) { return fail(Error({problemOf(code, f)})); };
    for (auto it = row.values.begin(); it != row.values.end(); ++it) {
        const QString text = it.value().trimmed();
        const KeyField f = it.key();
        switch (f) {
        case KeyField::Name:
            c.name = text;
            break;
        case KeyField::Environment: {
            if (text.isEmpty() && exists)
                break;
            const auto e = environmentOf(text);
            if (!e)
                return bad("badEnvironment", f);
            if (exists && *e != base.environment)
                return bad("fixed", f);
            c.environment = *e;
            break;
        }
        case KeyField::Type: {
            if (text.isEmpty())
                break;
            const auto t = keyTypeFromWord(text.toLower());
            if (!t)
                return bad("badType", f);
            if (exists && *t != base.type)
                return bad("fixed", f);
            c.type = *t;
            break;
        }
        case KeyField::Scopes: {
            QStringList badScopes;
            c.scopes = ScopeSet::parse(QString(text).replace(u';', u' ').replace(u'\n', u' '), &badScopes);
            if (!badScopes.isEmpty())
                return bad("badScope", f);
            break;
        }
        case KeyField::LimitSecond:
        case KeyField::LimitMinute:
        case KeyField::LimitHour:
        case KeyField::LimitDay: {
            const RatePeriod period = periodOf(f);
            if (text.isEmpty()) {
                c.limits.set(period, {});
                break;
            }
            const auto count = parseCount(text, toWord(f));
            if (!count)
                return fail(count.error());
            c.limits.set(period, *count);
            break;
        }
        case KeyField::Customers:
            c.customers = splitCell(it.value());
            break;
        case KeyField::AllowedIps: {
            QList<BadIpLine> badLines;
            c.allowedIps = parseIpRanges(splitCell(it.value()).join(u'\n'), &badLines);
            if (!badLines.isEmpty()) {
                FieldError error = problemOf("badAddress", f);
                static const QRegularExpression harmless(QStringLiteral("^[0-9A-Za-z.:/-]{1,45}$"));
                const QString &line = badLines.first().text;
                if (harmless.match(line).hasMatch()) // too short for anybody's secret
                    error.params.insert(QStringLiteral("text"), line);
                return fail(Error({error}));
            }
            break;
        }
        case KeyField::Expires: {
            c.expires.reset();
            if (text.isEmpty() || text.toLower() == QStringLiteral("never"))
                break;
            c.expires = timeOf(text);
            if (!c.expires)
                return bad("badTime", f);
            break;
        }
        case KeyField::Owner:
            c.owner = text;
            break;
        case KeyField::Tags:
            c.tags = splitCell(it.value());
            break;
        case KeyField::Note:
            c.note = it.value();
            break;
        case KeyField::StoredIn:
            c.storedIn = text;
            break;
        default:
            break;
        }
    }
    return c;
}

QList<KeyField> emptiedFields(const ImportRow &row, const KeyConfig &base, const KeyConfig &after) {
    QList<KeyField> emptied;
    for (const KeyField f : importableFields()) {
        const auto cell = row.values.constFind(f);
        const bool said =
            f == KeyField::Expires && cell != row.values.constEnd() && !cell->trimmed().isEmpty();
        if (cell != row.values.constEnd() && !said && isSet(base, f) && !isSet(after, f))
            emptied.append(f);
    }
    return emptied;
}

} // namespace latchkey
