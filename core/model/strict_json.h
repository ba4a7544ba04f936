#pragma once

#include "core/model/error.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace latchkey {

/// A value of a JSON document with the place where it stands. Objects keep the order of their members.
struct JsonNode {
    enum class Kind : quint8 { Null, Bool, Number, Text, List, Object };
    Kind kind = Kind::Null;
    bool flag = false;
    qint64 number = 0;
    QString text;
    QList<JsonNode> items;    ///< of a list, or the values of an object
    QList<QString> keys = {}; ///< of an object, one for each of `items`
    int line = 1, column = 1;
    [[nodiscard]] const JsonNode *member(QStringView key) const;
};

struct JsonBounds {
    qsizetype bytes = 4 << 20;
    int depth = 16;
    int values = 100'000;
};

/// RFC 8259 without its loose ends: UTF-8 without a byte order mark, no repeated key, no half of a surrogate
/// pair, whole numbers of 64 bits only, nothing after the value. One error: field is the path ("$.a[2]"),
/// params "line" and "column" the place; codes notUtf8, byteOrderMark, fileTooLarge ("max"), tooDeep ("max"),
/// tooManyValues
/// ("max"), duplicateKey ("key"), unexpected ("found"), unexpectedEnd, numberTooLarge, notWhole, badNumber,
/// badEscape, loneSurrogate, controlCharacter. Pure.
Result<JsonNode> parseStrictJson(const QByteArray &json, const JsonBounds &bounds = {});

/// The same, going on after a repeated key: each is an error, and all its values stand in the tree. No tree
/// after any other error, which is the last.
struct JsonReading {
    std::optional<JsonNode> root;
    QList<FieldError> errors;
};
JsonReading readStrictJson(const QByteArray &json, const JsonBounds &bounds = {});

/// The text as a JSON string, quoted.
QString jsonText(const QString &text);

} // namespace latchkey
