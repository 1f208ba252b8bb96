### The page of rules: who must have a second factor.

rule-heading = 2要素認証が必須のユーザー
rule-added = ルールを追加しました。次のリクエストから、または指定した日から適用されます。
rule-removed = ルールを削除しました。
rule-odd =
    { $count ->
       *[other] <strong>{ $count }件のルール</strong>に注意が必要です。理由は各ルールに表示しています。
    }
rule-made-here = ここで作成したルール
rule-none-yet = まだありません。
rule-add-below = 下で追加できます。
rule-which-decides = ユーザーに最も近いルールが適用されます。近い順に、ユーザー、ロール、アドレスまたはリスト、ドメイン、全員を対象とするルールです。同じ近さの場合は、より厳しいルールが適用されます。
rule-of-application = アプリケーションのルール
rule-of-application-hint = プログラムの一部であり、ここでは変更できません。
rule-of-application-none = ありません。全員が2要素認証を利用でき、必須の人はいません。
rule-more = ほかに{ $count }件あります。

rule-sentence-require =
    { $kind ->
        [role] ロール { $value } の全員に2要素認証が必須です
        [domain] { $value } のアドレスを持つ全員に2要素認証が必須です
        [domain_and_below] { $value } とそのサブドメインのアドレスを持つ全員に2要素認証が必須です
        [address] アドレス { $value } を持つユーザーは2要素認証が必須です
        [list] リスト { $value } の全員に2要素認証が必須です
        [user] ユーザー { $value } は2要素認証が必須です
       *[everyone] 全員に2要素認証が必須です
    }
rule-sentence-offer =
    { $kind ->
        [role] ロール { $value } の全員が2要素認証を利用できます
        [domain] { $value } のアドレスを持つ全員が2要素認証を利用できます
        [domain_and_below] { $value } とそのサブドメインのアドレスを持つ全員が2要素認証を利用できます
        [address] アドレス { $value } を持つユーザーは2要素認証を利用できます
        [list] リスト { $value } の全員が2要素認証を利用できます
        [user] ユーザー { $value } は2要素認証を利用できます
       *[everyone] 全員が2要素認証を利用できます
    }
rule-sentence-off =
    { $kind ->
        [role] ロール { $value } の全員が2要素認証の対象外です
        [domain] { $value } のアドレスを持つ全員が2要素認証の対象外です
        [domain_and_below] { $value } とそのサブドメインのアドレスを持つ全員が2要素認証の対象外です
        [address] アドレス { $value } を持つユーザーは2要素認証の対象外です
        [list] リスト { $value } の全員が2要素認証の対象外です
        [user] ユーザー { $value } は2要素認証の対象外です
       *[everyone] 全員が2要素認証の対象外です
    }

rule-from = { $from } から適用されます。
rule-holds-from = { $from } から適用されます。
rule-begins = { $from } に始まります。
rule-grace-until = { $until } まで延期できます。
rule-grace-for = 必須になってから{ $period }は延期できます。
rule-grace-skips =
    { $count ->
       *[other] { $count }回まで延期できます。
    }
rule-reaches-sign-in = 次のログインから適用されます。
rule-remembers-never = デバイスは記憶できません。
rule-remembers-for = デバイスを{ $period }記憶できます。
rule-asked-again = { $period }経過すると、もう一度求められます。
rule-no-recovery-codes = 復旧コードは使えません。
rule-no-apps = 認証アプリは使えません。
rule-no-mail = メールで届くコードは使えません。
rule-made-by = 作成者：{ $who }、{ $at }
rule-made-by-application = 作成者：アプリケーション
rule-author = { $who }、{ $at }
rule-author-application = アプリケーション

rule-finding = <strong>ご確認ください：</strong>{ $finding }
rule-matches-nobody = これまでに記録されたユーザーのうち、このルールに該当する人はいません。
rule-contradicts = 「{ $rule }」と矛盾しています。2つのうち、より厳しいほうが適用されます。
rule-shadowed = 「{ $rule }」がすでに同じことを定めているため、このルールがあっても何も変わりません。

rule-remove = 削除<span class="cs-sr">：{ $rule }</span>
rule-remove-what = このルールだけが必須としていたことは、必須ではなくなります。
rule-remove-button = このルールを削除<span class="cs-sr">：{ $rule }</span>

rule-add = ルールを追加
rule-whom = 誰を対象としますか？
rule-whom-domain = このドメインのアドレスを持つ全員
rule-whom-domain-and-below = このドメインとそのサブドメインのアドレスを持つ全員
rule-whom-address = このメールアドレスを持つユーザー
rule-whom-list = メールアドレスのリストにある全員
rule-whom-role = このロールの全員
rule-whom-user = このキーのユーザー
rule-whom-everyone = 全員
rule-value = ドメイン、アドレス、ロール、ユーザーのキー、またはリストの名前
rule-value-hint = 全員の場合は空欄にしてください。
rule-list = リストの場合：含まれるアドレス
rule-list-addresses = メールアドレス
rule-list-hint = 1行に1つずつ、約400件まで入力できます。それより長いリストは、アプリケーション側で定義してください。
rule-effect = どのようなルールですか？
rule-effect-require = 2要素認証を必須とする
rule-effect-offer = 2要素認証を利用できるようにする
rule-effect-off = 2要素認証の対象外とし、何も求めない
rule-from-which-day = いつから適用しますか（UTC）？
rule-from-hint = 空欄の場合はすぐに適用します。その日までに、必須になるユーザーにお知らせします。
rule-put-off = 有効化の延期を認めますか？
rule-put-off-until = この日の終わりまで（UTC）
rule-put-off-last-day = 延期できる最終日
rule-put-off-days = ユーザーごとに、必須になってから次の日数
rule-put-off-how-many-days = 延期できる日数
rule-put-off-times = 次の回数（ログインごとに1回）
rule-put-off-how-often = 延期できる回数
rule-more-settings = その他：ログイン中のセッション、デバイスの記憶、再確認
rule-reach = ログイン中のユーザーにはいつから適用しますか？
rule-reach-request = 次のリクエストから
rule-reach-sign-in = 次のログインから
rule-remember = デバイスの記憶を許可しますか？
rule-remember-default = ほかと同じ
rule-remember-never = 許可しない
rule-remember-hours = 次の時間だけ：
rule-hours = 時間
rule-max-age = もう一度求めるまでの時間（分）
rule-max-age-hint = 空欄の場合は、セッションごとに1回求めます。
rule-recovery = 復旧コードの使用を許可しますか？
rule-recovery-hint = 許可しない場合、アプリを失った人は管理者に依頼する必要があります。
rule-apps = 認証アプリの使用を許可しますか？
rule-mail = メールで届くコードの使用を許可しますか？
rule-mail-hint = アプリよりも安全性が低くなります。許可された方法を1つも持っていない人は、今ある方法でもう一度だけ確認してから、許可された方法を設定します。
rule-yes = はい
rule-no = いいえ
rule-reason-hint = 有効化を求めるときに、ユーザーに表示されます。
rule-add-button = ルールを追加
