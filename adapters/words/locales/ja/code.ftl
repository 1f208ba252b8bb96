### Choosing a way of signing in, and codes by e-mail.

select-title = ご本人の確認方法を選択
select-intro = { $issuer } の利用を続けるには、次のいずれかの方法を使ってください。最後に使った方法が最初に表示されます。
select-app = 認証アプリ
select-app-hint = スマートフォンのアプリに表示されているコードを入力します。
select-mail = メールで届くコード
select-mail-hint = { $to } にコードを送信します。
select-nothing-title = ご本人を確認する方法がありません
select-nothing = 設定した方法は、現在どれも使えません。

code-title = メールでコードを受け取る
code-title-sent = メールのコードを入力
code-intro = アカウントのアドレス <strong class="cs-break">{ $to }</strong> にコードを送信します。
code-send = { $to } でコードを受け取る
code-send-again = 新しいコードを受け取る
code-sent = <strong class="cs-break">{ $to }</strong> に<span class="cs-nowrap">{ $digits }桁のコード</span>を送信しました。届くまでに1分ほどかかることがあります。迷惑メールのフォルダーも確認してください。
code-good-until = このコードは { $until } まで（あと{ $left }）使えます。
code-over = このコードの有効期間が過ぎました。新しいコードを受け取ってください。
code-failed = <strong>メールを送信できませんでした。</strong>新しいコードを受け取るか、別の方法を試してください。
code-unsure = <strong>メールが届いたかどうかわかりません。</strong>1分たっても届かない場合は、新しいコードを受け取ってください。
code-only-newest = 最新のコードだけが使えます。
code-again-from = { $until } 以降に、新しいコードを受け取れます。
code-again-now = 新しいコードを受け取れるようになりました。
code-hint = 届いたコードのうち、最新のものを入力してください。
code-use = メールでコードを受け取る

code-none = 現在、メールでコードを送信できません。
code-none-unconfirmed = アカウントのアドレスが確認されていないため、現在、メールで届くコードは使えません。
code-none-shared = 別のアカウントに同じアドレスがあるため、メールで届くコードは使えません。
code-none-no-address = アカウントにメールアドレスがないため、メールで届くコードは使えません。
code-lost = メールを読めない場合：

code-wrong = コードが正しくありません。届いたコードのうち、最新のものを入力してください。
code-spent = そのコードはすでに使われています。新しいコードを受け取ってください。
code-expired = この操作のために送信したコードは、どれも使えなくなっています。新しいコードを受け取ってください。
code-malformed = コードの{ $digits }桁の数字だけを入力してください。
code-too-soon = コードを送信したばかりか、1時間以内に何度も送信しています。{ $until } 以降に、新しいコードを受け取れます。

code-title-another = 別の方法を追加
code-first = まず、メールで届くコードを有効にしてください。{ $issuer } のアカウントがご自身のものであることを、このコードで確認します。その後、認証アプリを追加できます。
code-intro-ways = パスワードに続けて、短いコードも入力するようになります。これにより、パスワードを誰かに知られても、それだけでは { $issuer } にログインできません。コードを取得する方法を選んでください。
code-intro-another = 2つ目の方法があれば、1つ目の方法が手元で使えないときもログインできます。今お使いの方法は、そのまま使えます。
code-app-better = アプリのほうが、メールよりも安全です。アプリのコードはスマートフォンの外に出ることがなく、通信できない場所でも使えます。
code-way = メールで届くコード
code-way-hint = ログインのたびに、<strong class="cs-break">{ $address }</strong> にコードを送信します。
code-way-weaker = このアドレスのメールを読める人なら、誰でもこのコードを読むことができます。
code-way-send = 最初のコードを受け取る
code-confirm-name = この方法の名前
code-confirm-name-hint = 後でほかの方法と見分けるための名前です。64文字以内で入力してください。
code-confirm-name-error = その名前は使えません。1～64文字の通常の文字で入力してください。
code-start-again = 最初からやり直す
code-name =
    { $number ->
        [1] メール
       *[other] メール{ $number }
    }

code-problem-too-soon = コードを送信したばかりか、1時間以内に何度も送信しています。
code-problem-expired = この操作のために送信されたコードは、どれも使えなくなっています。新しいコードを受け取ってください。
code-problem-confirm = メールで届くコードは有効になりませんでした
code-problem-first = 先に、メールで届くコードが必要です
code-problem-first-detail = 最初に、メールで届くコードを有効にしてください。アカウントがご自身のものであることを、このコードで確認します。
code-problem-not-yet = まだできません
code-problem-not-yet-detail = メールを送信したばかりか、1時間以内に何度も送信しています。{ $until } 以降に、もう一度受け取れます。
