#pragma once

#include "ui/settings/settings.h"

#include <QWidget>
#include <functional>

class QFormLayout;
class QSpinBox;
class QVBoxLayout;

namespace latchkey::ui {

/// A page of the settings window: a title, then rows of label and control. Controls show what is stored,
/// write a change at once, and follow a change made elsewhere.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    SettingsPage(const QString &title, Settings &settings, QWidget *parent = nullptr);

protected:
    void section(const QString &heading);
    void note(const QString &text);
    void row(const QString &label, QWidget *control, const QString &help = {});
    QWidget *choice(const Setting<int> &s, const QString &name,
                    const QList<std::pair<int, QString>> &options);
    /// "10 minutes" for 10: the words around the number follow it (plural forms).
    using Wording = std::function<QString(int)>;
    static void wordAround(QSpinBox *spin, const Wording &wording);
    QWidget *number(const Setting<int> &s, const QString &name, const Wording &wording,
                    const QString &zeroText = {});
    QWidget *check(const Setting<bool> &s, const QString &text);
    void finish(); ///< the room that is left goes below

    Settings &m_settings;
    QVBoxLayout *m_box;
    QFormLayout *m_form = nullptr;

private:
    QFormLayout *form();
};

} // namespace latchkey::ui
