#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QStringConverter>
#include <QStringList>

/// A secret in every form in which it could have been written down.
class Needle {
public:
    explicit Needle(const QByteArray &secret) {
        const QString text = QString::fromLatin1(secret);
        add("UTF-8", secret);
        add("UTF-16LE", QStringEncoder(QStringEncoder::Utf16LE).encode(text));
        add("UTF-16BE", QStringEncoder(QStringEncoder::Utf16BE).encode(text));
        add("hex", secret.toHex());
        add("HEX", secret.toHex().toUpper());
        for (int shift = 0; shift < 3;
             ++shift) { // as part of something longer: three alignments, without the edges
            const QByteArray whole =
                (QByteArray(shift, 'x') + secret + "xx").toBase64(QByteArray::OmitTrailingEquals);
            add("base64", whole.mid(4, whole.size() - 12));
        }
    }
    [[nodiscard]] QStringList foundIn(const QByteArray &hay, const QString &where) const {
        QStringList found;
        for (const auto &[form, bytes] : m_forms) {
            if (hay.contains(bytes))
                found.append(where + QStringLiteral(" as ") + form);
        }
        return found;
    }
    [[nodiscard]] QStringList foundInFolder(const QString &folder) const {
        QStringList found;
        QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile f(it.next());
            if (f.open(QIODevice::ReadOnly))
                found += foundIn(f.readAll(), f.fileName());
        }
        return found;
    }
    [[nodiscard]] const QList<std::pair<QString, QByteArray>> &forms() const { return m_forms; }

private:
    void add(const char *form, QByteArray bytes) {
        m_forms.append({QString::fromLatin1(form), std::move(bytes)});
    }
    QList<std::pair<QString, QByteArray>> m_forms;
};
