#include "ui/settings/settings_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace latchkey::ui {

SettingsPage::SettingsPage(const QString &title, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_box(new QVBoxLayout(this)) {
    m_box->setContentsMargins(24, 20, 24, 20);
    m_box->setSpacing(12);
    auto *heading = new QLabel(title, this);
    heading->setProperty("heading", true);
    m_box->addWidget(heading);
}

QFormLayout *SettingsPage::form() {
    if (!m_form) {
        m_form = new QFormLayout;
        m_form->setHorizontalSpacing(16);
        m_form->setVerticalSpacing(10);
        m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
        m_box->addLayout(m_form);
    }
    return m_form;
}

void SettingsPage::section(const QString &heading) {
    m_form = nullptr;
    auto *label = new QLabel(heading, this);
    label->setProperty("section", true);
    m_box->addSpacing(4);
    m_box->addWidget(label);
}

void SettingsPage::note(const QString &text) {
    m_form = nullptr;
    auto *label = new QLabel(text, this);
    label->setProperty("secondary", true);
    label->setWordWrap(true);
    m_box->addWidget(label);
}

void SettingsPage::row(const QString &label, QWidget *control, const QString &help) {
    auto *name = new QLabel(label, this);
    name->setBuddy(control);
    name->setMinimumWidth(190);
    auto *both = new QWidget(this);
    auto *box = new QVBoxLayout(both);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addWidget(control, 0, Qt::AlignLeft);
    if (!help.isEmpty()) {
        control->setAccessibleDescription(help);
        auto *text = new QLabel(help, both);
        text->setProperty("secondary", true);
        text->setWordWrap(true);
        text->setMinimumWidth(240);
        box->addWidget(text);
    }
    both->setSizePolicy(QSizePolicy::Expanding,
                        QSizePolicy::Preferred); // so that its height is asked for its width
    name->setContentsMargins(0, 6, 0, 0);
    form()->addRow(name, both);
    form()->setAlignment(name, Qt::AlignTop);
}

QWidget *SettingsPage::choice(const Setting<int> &s, const QString &name,
                              const QList<std::pair<int, QString>> &options) {
    auto *combo = new QComboBox(this);
    combo->setObjectName(QLatin1StringView(s.key));
    combo->setAccessibleName(name);
    combo->setMinimumWidth(200);
    for (const auto &[value, text] : options)
        combo->addItem(text, value);
    const auto show = [this, combo, s] {
        const QSignalBlocker quiet(combo);
        combo->setCurrentIndex(qMax(0, combo->findData(m_settings.get(s))));
    };
    show();
    connect(combo, &QComboBox::currentIndexChanged, this,
            [this, combo, s] { m_settings.set(s, combo->currentData().toInt()); });
    connect(&m_settings, &Settings::changed, combo, [show, s](const QString &key) {
        if (key == QLatin1StringView(s.key))
            show();
    });
    return combo;
}

void SettingsPage::wordAround(QSpinBox *spin, const Wording &wording) {
    spin->setGroupSeparatorShown(true); // as the words have the number
    const auto show = [spin, wording](int value) {
        const QString number = spin->locale().toString(value), text = wording(value);
        const auto at = qMax<qsizetype>(0, text.indexOf(number));
        spin->setPrefix(text.left(at));
        spin->setSuffix(text.mid(at + number.size()));
    };
    show(spin->value());
    connect(spin, &QSpinBox::valueChanged, spin, show);
}

QWidget *SettingsPage::number(const Setting<int> &s, const QString &name, const Wording &wording,
                              const QString &zeroText) {
    auto *spin = new QSpinBox(this);
    spin->setObjectName(QLatin1StringView(s.key));
    spin->setAccessibleName(name);
    spin->setRange(s.least, s.most);
    wordAround(spin, wording);
    spin->setSpecialValueText(zeroText);
    spin->setMinimumWidth(140);
    spin->setKeyboardTracking(false);                                         // "120" is not first 1, then 12
    const auto show = [this, spin, s] { spin->setValue(m_settings.get(s)); }; // its words follow its value
    show();
    connect(spin, &QSpinBox::valueChanged, this, [this, s](int v) { m_settings.set(s, v); });
    connect(&m_settings, &Settings::changed, spin, [show, s](const QString &key) {
        if (key == QLatin1StringView(s.key))
            show();
    });
    return spin;
}

QWidget *SettingsPage::check(const Setting<bool> &s, const QString &text) {
    auto *box = new QCheckBox(text, this);
    box->setObjectName(QLatin1StringView(s.key));
    box->setChecked(m_settings.get(s));
    connect(box, &QCheckBox::toggled, this, [this, s](bool on) { m_settings.set(s, on); });
    connect(&m_settings, &Settings::changed, box, [this, box, s](const QString &key) {
        const QSignalBlocker quiet(box);
        if (key == QLatin1StringView(s.key))
            box->setChecked(m_settings.get(s));
    });
    return box;
}

void SettingsPage::finish() {
    m_box->addStretch(1);
}

} // namespace latchkey::ui
