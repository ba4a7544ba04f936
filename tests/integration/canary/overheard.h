#pragma once

#include <QAccessible>
#include <QApplication>
#include <QWidget>

namespace latchkey {

/// What the program says aloud: its messages, and what a screen reader would read.
class Overheard {
public:
    /// All messages of the process since the first call.
    static QByteArray &messages() {
        static QByteArray all;
        return all;
    }
    static void listenToMessages() {
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
            messages() += text.toUtf8() + '\n';
        });
    }
    static void stopListening() { qInstallMessageHandler(nullptr); }

    /// Titles, names, descriptions, values and texts of all windows.
    static QByteArray windows() {
        QByteArray out;
        for (QWidget *w : QApplication::topLevelWidgets()) {
            out += w->windowTitle().toUtf8() + '\n';
            read(QAccessible::queryAccessibleInterface(w), out, 0);
        }
        return out;
    }

private:
    static void read(QAccessibleInterface *node, QByteArray &out, int depth) {
        if (!node || depth > 30)
            return;
        for (const auto what :
             {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            out += node->text(what).toUtf8() + '\n';
        if (QAccessibleTextInterface *text = node->textInterface())
            out += text->text(0, text->characterCount()).toUtf8() + '\n';
        for (int i = 0; i < qMin(node->childCount(), 400); ++i)
            read(node->child(i), out, depth + 1);
    }
};

} // namespace latchkey
